"""Made-up documents in every numbering family and format: the exact tree, nothing lost or added."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.importers.files import read_bytes
from tests.importers.composing import HAN_SCHEMES, SCHEMES, compose
from tests.importers.rendering import FORMATS, problems

ALL = [("zh", scheme) for scheme in HAN_SCHEMES] + [("en", scheme) for scheme in SCHEMES]
SMALL = {"txt-wrapped": 24}
"""Too few lines do not show whether a text is wrapped."""


def read(paper, kind, seed):
    content = FORMATS[kind](paper, random.Random(seed))
    return content and read_bytes(content, f"paper.{kind.split('-')[0]}")


@pytest.mark.parametrize(("language", "scheme"), ALL, ids=lambda value: value)
@given(seed=st.integers(0, 10**6))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_composed_document_gives_its_tree_in_every_format(language, scheme, seed):
    paper = compose(random.Random(seed), language, scheme, is_furnished=True)
    for kind in FORMATS:
        if len(paper.paragraphs) >= SMALL.get(kind, 0):
            edition = read(paper, kind, seed)
            assert edition is None or problems(paper, edition) == [], kind
