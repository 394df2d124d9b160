"""Places by both names."""

import pytest

from db.search import analysis, places


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Qinghai", ["青海"]),
        ("青海", ["Qinghai"]),
        ("inner MONGOLIA", ["内蒙古"]),
        ("内蒙古", ["Inner Mongolia"]),
        ("西藏", ["Tibet", "Xizang"]),
        ("Xizang", ["西藏"]),
        ("Xi'an", ["西安"]),
        ("呼和浩特", ["Hohhot"]),
        ("Atlantis", []),
    ],
)
def test_a_place_has_the_other_languages_names(name, others):
    found = places.other_names(analysis.query_tokens(name))
    assert list(found) == [analysis.query_tokens(other) for other in others]
