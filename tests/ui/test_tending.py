"""A damaged search is mended behind the window, which tells so and asks again."""

import sqlite3

from db.connection import FILE


def test_silent_damage_is_mended_behind_the_window(house, qtbot, folder):
    conn = sqlite3.connect(folder / FILE)
    conn.execute("UPDATE search_node_data SET block = zeroblob(length(block)) WHERE id > 10")
    conn.commit()
    conn.close()
    house.tending.start()
    qtbot.waitUntil(lambda: house.window.status.saved.text() == "Search was made anew")
    qtbot.keyClicks(house.window.field, "magnesium")
    qtbot.waitUntil(lambda: house.searching.stands and house.window.results.current() is not None)


def test_a_whole_search_is_left_alone(house, qtbot):
    before = house.window.status.saved.text()
    house.tending.start()
    qtbot.waitUntil(lambda: not house.jobs._threads)
    assert house.window.status.saved.text() == before
