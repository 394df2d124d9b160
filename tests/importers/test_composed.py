"""Made-up documents in every numbering family and format: the exact tree, nothing lost or added."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.importers.files import read_bytes
from tests.importers.composing import HAN_SCHEMES, SCHEMES, compose
from tests.importers.rendering import FORMATS, problems

ALL = [("zh", scheme) for scheme in HAN_SCHEMES] + [("en", scheme) for scheme in SCHEMES]
LEAST = {"txt-wrapped": 24}
"""Too few lines do not show whether a text is wrapped."""


@pytest.fixture(scope="module")
def kinds(qapp):
    """Return for each language the formats that can be made here; Chinese print needs a font."""
    from PySide6.QtGui import QFontDatabase

    has_han = bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    plain = [kind for kind in FORMATS if kind != "pdf"]
    return {"en": list(FORMATS), "zh": list(FORMATS) if has_han else plain}


@pytest.mark.parametrize(("language", "scheme"), ALL, ids=lambda value: value)
@given(seed=st.integers(0, 10**6), is_furnished=st.booleans())
@settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_composed_document_gives_its_tree_in_every_format(
    kinds, language, scheme, seed, is_furnished
):
    paper = compose(random.Random(seed), language, scheme, is_furnished=is_furnished)
    for kind in kinds[language]:
        content = FORMATS[kind](paper, random.Random(seed))
        if content is not None and len(paper.paragraphs) >= LEAST.get(kind, 0):
            edition = read_bytes(content, f"paper.{kind.split('-')[0]}")
            assert problems(paper, edition) == [], kind
