"""Scars are marked where the document shows them, and nowhere on a clean law."""

import pytest

from desktop.importers.blocks import Extract, paragraphs_of
from desktop.importers.files import read_file
from desktop.importers.parse import parse_extract

LONG = "The departments concerned shall jointly establish a mechanism for the cooperation of all regions"


def scars(text):
    parsed = parse_extract(Extract(text, paragraphs_of(text)), file_name="probe.txt")
    return [(d.kind, parsed.text[d.start : d.end]) for n in parsed.nodes for d in n.damage]


def test_a_sentence_that_breaks_off_before_a_word_that_never_ends_one_is_cut():
    text = "Plan\n" + "".join(f"{n}. Title {n}. The eastern part {n} acts.\n" for n in range(1, 6))
    assert scars(text + f"6. Title. It is so. {LONG} in the eastern\n") == [("cut", "eastern")]


def test_a_last_sentence_without_a_stop_has_lost_it():
    assert scars(f"Plan\n1. Title. It is so. {LONG}\n2. Title. Regions. It is so.\n") == [
        ("stop", "regions")
    ]


def test_a_piece_of_a_word_before_a_new_sentence_is_cut_and_fused():
    text = "Plan\n1. Title. Degraded land is degraded. We go to it, to him, to them, to us.\n"
    assert scars(text + "2. Title. The restoration of degra To provide help is good.\n") == [
        ("cut", "degra"),
        ("fused", "degra To"),
    ]


def test_a_name_after_a_short_word_is_not_fused():
    assert (
        scars(
            "Plan\n1. Title. An act Congress passed. The action of Congress stands.\n2. Title. So.\n"
        )
        == []
    )


def test_a_passage_that_stands_twice_is_repeated():
    assert [kind for kind, _ in scars(f"Plan\n1. Title. {LONG}. {LONG}.\n2. Rest.\n")] == [
        "repeated"
    ]


def test_a_list_without_stops_has_no_scars():
    assert scars("Plan\n" + "".join(f"{n}. Title of this. {LONG} {n}\n" for n in range(1, 9))) == []


@pytest.mark.parametrize(
    "name",
    [
        "zh-laws/geren-xinxi-baohu.txt",
        "zh-laws/xianfa.md",
        "zh-laws/xianfa-2018.pdf",
        "zh-laws/xiangcun-zhenxing.md",
        "en-laws/us-constitution.md",
    ],
)
def test_a_clean_law_has_no_scars(samples, name):
    law = read_file(samples / name)
    assert [d for n in law.nodes for d in n.damage] == []
    assert law.damage == ()
