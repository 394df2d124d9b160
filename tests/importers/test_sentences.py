"""Sentences in both languages: what ends one, and what does not."""

import itertools
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importers.files import read_file
from desktop.importers.sentences import split_sentences


def cut(text):
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Under 7 U.S.C. 1 the rule applies.",
        "See No. 5 of the list.",
        "Dr. Smith signed it.",
        "Use fuels, e.g. coal.",
        "It grew by 3.5 percent.",
        "See Sec. 12(b) of the Act.",
        "The R & D of A. B. Corp. is funded.",
        'He said "Stop. Now." and left.',
        "The U.S. Government acts.",
        "On Jan. 5, 2020 it began.",
        "The form (see a. b. c.) is used.",
        "提出“坚持依法治国。”这一原则。",
        "依照附表（见第一项。第二项。）办理。",
        "一是发展；二是创新。",
        "他说：“好。”",
        "1. Done?",
        "a. Use open formats",
        "附件：1.重点任务分工",
        "Call ext. 3.5 now.",
        "按照《办法》（国发〔2019〕4号。）执行。",
        "Sections 3.1 and 3.2 apply (see para. 4.2, e.g. item 5).",
        "The rule of Pub. L. No. 111-5 applies.",
    ],
)
def test_one_sentence_stays_one(text):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One stands. we will go on.", ["One stands.", "we will go on."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("It is in the U.S. The rest follows.", ["It is in the U.S.", "The rest follows."]),
        ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
        ("（一）指导思想。高举旗帜。", ["（一）指导思想。", "高举旗帜。"]),
        ("An (open bracket. Then. Next.", ["An (open bracket.", "Then.", "Next."]),
        ("修改为：“第三条。第四条。", ["修改为：“第三条。", "第四条。"]),
        ("It ends.\nIt begins.", ["It ends.", "It begins."]),
        ("It is at data.gov. The rest follows.", ["It is at data.gov.", "The rest follows."]),
        ("It is a proxy.[^1] The fifth layer.", ["It is a proxy.[^1]", "The fifth layer."]),
        ("(a) This. (b) That.", ["(a) This.", "(b) That."]),
        ("It grew to 3.5. We go on.", ["It grew to 3.5.", "We go on."]),
        ("他问：“好吗？”大家说好。", ["他问：“好吗？”大家说好。"]),
        ("“第一。第二。”第三。", ["“第一。第二。”", "第三。"]),
        ("甲……乙。丙！！丁？！戊", ["甲……乙。", "丙！！", "丁？！", "戊"]),
        (
            "See 42 U.S.C. 7401 et seq. The Act applies.",
            ["See 42 U.S.C. 7401 et seq.", "The Act applies."],
        ),
        ("", []),
    ],
)
def test_several_sentences_are_parted(text, sentences):
    assert cut(text) == sentences


@given(
    st.text(alphabet=st.sampled_from('aA1 .。！“”"（）()\n国法.\u00a0No'), max_size=80),
    st.integers(0, 999),
)
def test_nothing_but_white_space_lies_between_sentences(text, start):
    spans = split_sentences(text, start)
    kept = "".join(text[a - start : b - start] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))


def test_a_line_of_269000_signs_is_cut_in_no_time():
    assert len(split_sentences("The minister shall act. " * 11_300)) == 11_300


def oracle(language):
    """Return the sentences of a paragraph by another splitter; it warns of its own patterns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pysbd = pytest.importorskip("pysbd")
        segment = pysbd.Segmenter(language=language, clean=False).segment
    return lambda words: [s.strip() for s in segment(words) if s.strip()]


def test_an_older_splitter_agrees_on_the_plan():
    theirs = oracle("en")
    from desktop import paths
    from desktop.importers.shipped import read_shipped

    (meta,) = paths.plans()
    plan = read_shipped(meta)
    tasks = [line for line in plan.text.splitlines() if line.startswith(("1. ", "3. "))]
    assert len(tasks) == 13
    for task in tasks:
        words = task.partition(" ")[2].strip()
        assert cut(words) == theirs(words)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "en-plans/fds-practices.md"),
        ("zh", "zh-plans/guofa-2018-38-zimaoqu-cuoshi.html"),
        ("zh", "zh-laws/xiangcun-zhenxing.txt"),
    ],
)
def test_an_older_splitter_agrees_on_every_paragraph_of_a_document(samples, language, name):
    theirs = oracle(language)
    lines = [line.strip() for line in read_file(samples / name).text.splitlines()]
    paragraphs = [line for line in lines if len(line) >= 40]
    assert len(paragraphs) > 40
    assert [words for words in paragraphs if cut(words) != theirs(words)] == []
