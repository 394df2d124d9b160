"""Pages of a PDF: where lines stand tells paragraphs, running heads and page numbers."""

import pytest

from desktop.importers.page_edges import without_edges
from desktop.importers.page_joining import Joiner, levels_of
from desktop.importers.page_lines import Line
from desktop.importers.references import Numbers, is_torn


def page(number, *rows):
    """Lines of one page: words, base line and perhaps left edge; letters of 10 points."""
    return [
        Line(words, 10.0, False, *edges(words, *left), base, number) for words, base, *left in rows
    ]


def edges(words, left=50):
    return left, left + 5 * len(words)


def joined(lines):
    joiner = Joiner(lines, levels_of(lines))
    return [lines[0].words] + [
        "+" if joiner.goes_on(at) else lines[at].words for at in range(1, len(lines))
    ]


FULL = "The minister shall publish the report on lakes each year"


def test_a_line_goes_on_when_the_next_word_had_no_room():
    lines = page(0, (FULL, 700), (FULL, 688), ("in May.", 676), ("A new one begins here.", 664))
    assert joined(lines) == [FULL, "+", "+", "A new one begins here."]


def test_white_space_parts_paragraphs_whose_last_line_is_full():
    lines = page(0, (FULL, 700), (FULL, 688), (FULL, 676), (FULL, 650), (FULL, 638))
    assert joined(lines) == [FULL, "+", "+", FULL, "+"]


def test_an_indent_begins_a_paragraph_after_a_full_line():
    lines = page(0, (FULL, 700), (FULL, 688), (FULL[:51], 676, 74), (FULL, 664))
    assert joined(lines) == [FULL, "+", FULL[:51], "+"]


def heads(*pages):
    return [[line.words for line in lines] for lines in without_edges(pages)]


def test_a_running_head_goes_and_the_title_in_larger_letters_stays():
    title = Line("Lake Act", 20.0, False, 50, 200, 740, 0)
    pages = [
        page(n, ("Lake Act", 800), *((f"Text {n}{row}.", 700 - 12 * row) for row in range(9)))
        for n in range(4)
    ]
    pages[0].insert(1, title)
    assert heads(*pages)[0][0] == "Lake Act"
    assert heads(*pages)[1][0] == "Text 10."


def test_a_head_of_one_chapter_goes_though_most_pages_have_another():
    pages = [
        page(
            n,
            ("Lakes" if n < 4 else f"Other {chr(97 + n)}", 800),
            *((f"Line {chr(97 + n)} {row}.", 700 - 12 * row) for row in range(9)),
        )
        for n in range(20)
    ]
    assert all(lines[0] == f"Line {chr(97 + n)} 0." for n, lines in enumerate(heads(*pages)[:4]))


def test_a_number_that_does_not_count_with_the_pages_is_text():
    pages = [
        page(n, *((f"Words {row}.", 700 - 12 * row) for row in range(8)), (f"{n + 7}", 60))
        for n in range(4)
    ]
    pages[2].append(Line("5.", 10.0, False, 50, 60, 590, 2))
    cleaned = heads(*pages)
    assert "5." in cleaned[2]
    assert not any(f"{n + 7}" in lines for n, lines in enumerate(cleaned))


@pytest.mark.parametrize(
    ("before", "line", "is_reference"),
    [
        ("has the meaning given in section 551 of title", "5. The rest.", True),
        ("as said under No.", "5. The rest.", True),
        ("a list that goes on", "2. Second.", False),
        ("a list that goes on", "7. Seventh.", True),
    ],
)
def test_a_number_at_a_line_begin_may_belong_to_the_line_before(before, line, is_reference):
    numbers = Numbers()
    numbers.note("1. First.")
    assert numbers.is_reference(before, line, ends=before.endswith(".")) is is_reference


def test_a_list_below_its_lead_is_not_torn():
    assert not is_torn("The following must be done, to", "(a) list")
    assert not is_torn("增长目标", "2025年达到百分之十。")
