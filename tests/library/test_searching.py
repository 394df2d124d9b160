"""Postings that are old or damaged are noticed and made anew; a search answers all the same."""

import pytest

from desktop.library import Library


def spoil(folder, statement):
    library = Library.open(folder)
    with library._base.write() as conn:
        conn.execute(statement)
    library.close()


OLD = "UPDATE search_state SET value = 'older' WHERE key NOT IN ('damaged')"
DAMAGED = "DELETE FROM search_node_data WHERE id = 10"  # the structure record of FTS5


@pytest.mark.parametrize("statement", [OLD, DAMAGED])
def test_a_spoiled_index_is_mended_by_the_console_and_by_the_window(folder, statement):
    spoil(folder, statement)
    library = Library.open(folder)
    assert library.search("magnesium")
    library.close()
    spoil(folder, statement)
    library = Library.open(folder)
    searcher = library.searcher()()
    assert searcher.first("magnes")
    assert searcher.ranked("magnesium")
    searcher.close()
    library.close()
