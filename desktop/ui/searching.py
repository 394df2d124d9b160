"""Searching: first matches at each keystroke, ranked ones at a rest, a hit shown in the text."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from db.model import EditionUid
from desktop.library import Searcher
from desktop.ui.hit_marks import HitMarks, count_runs
from desktop.ui.jobs import Room
from desktop.ui.models.hits_model import MEMO, NOTE
from desktop.ui.question import Question
from desktop.ui.words import tr

if TYPE_CHECKING:
    from db.model import Answer, Ask, Hit
    from desktop.ui.desk import Desk
    from desktop.ui.reading import Reading, Spot

FIRST = 12
"""More than fit into the pane: what is below is ranked by the time anyone gets there."""
RANKED = 200
FEW_NOTES = 4
"""As many notes as this among the first hits may not be all of them."""
MOST_COUNTED = 20
"""Documents in which the matches are counted one by one."""


class Searching(QObject):
    """Steers field, results and reader while a query stands; the focus stays in the field.

    Signals: `note_shown(uid, opened)` and `memo_shown(uid, paragraph, opened)` when a hit is in a
    note or a memo, `hit_used(query)` when a hit was opened, `answered()` when all about a
    question is shown, or nothing is asked any more.
    """

    note_shown = Signal(str, bool)
    memo_shown = Signal(str, str, bool)
    hit_used = Signal(str)
    answered = Signal()

    def __init__(self, desk: Desk, reading: Reading) -> None:
        super().__init__(desk.window)
        self._reading = reading
        self._window = desk.window
        self._question = Question(desk.settings)
        self._room = Room(desk.jobs, desk.library.searcher(), Searcher.close, Searcher.interrupt)
        self._marks = HitMarks(desk, reading)
        self._stands = False
        self._shown_query = ""
        self._open_next = False
        self._before: Spot | None = None
        self._best = QTimer(self, singleShot=True, interval=0)
        self._best.timeout.connect(self._show_best)
        self._connect_field()
        self._connect_results()
        self._window.results.show_ask(self.ask)

    def _connect_field(self) -> None:
        field = self._window.field
        field.query_changed.connect(self._on_query_changed)
        field.query_rested.connect(self._on_query_rested)
        field.moved.connect(self._on_moved)
        field.opened.connect(self._on_opened)
        field.left.connect(self.leave)
        self._reading.page_opened.connect(self._on_page_opened)

    def _connect_results(self) -> None:
        results = self._window.results
        results.hit_chosen.connect(self._on_hit_chosen)
        results.hit_opened.connect(self._on_hit_opened)
        results.closed.connect(self.leave)
        results.scope_chosen.connect(self._on_scope_chosen)
        results.order_chosen.connect(self._on_order_chosen)
        results.switched.connect(self._on_switched)
        results.facet_toggled.connect(self._on_facet_toggled)
        results.query_chosen.connect(self.run)
        results.widened.connect(self._on_widened)
        results.contents_requested.connect(self.show_hits_in_contents)
        self._window.hits_back.clicked.connect(self._show_results)

    @property
    def stands(self) -> bool:
        """Whether a query stands, its results in sight or behind the contents."""
        return self._stands

    @property
    def ask(self) -> Ask:
        """What is searched for."""
        return self._question.ask

    def warm(self) -> None:
        """Open the search connection before the first key needs it."""
        self._room.ask(_warm, _nothing)

    def warm_rest(self) -> None:
        """Load the parser of the query language before a quotation mark needs it."""
        self._marks.warm()

    def close(self) -> None:
        """End the search threads."""
        self._room.leave()
        self._marks.close()

    # the question

    def search_library(self) -> None:
        """Go to the search field; words chosen in the text are looked for."""
        field = self._window.field
        chosen = self._reading.chosen_words()
        if chosen and not field.hasFocus():
            field.setText(chosen)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    @Slot(str)
    def run(self, query: str) -> None:
        """Search for words as if they had been typed, and as finished words."""
        self.run_ask(replace(self.ask, query=query))

    def run_ask(self, ask: Ask) -> None:
        """Search as a kept search asks; the field shows its words."""
        field = self._window.field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.setText(ask.query)
        field.stop_resting()
        self._question.put(ask)
        self._ask_anew()

    @Slot(str)
    def _on_query_changed(self, query: str) -> None:
        self._open_next = False
        self._best.stop()
        if not query.strip():
            self._show_contents()
            return
        self._question.say(query)
        self._room.ask(partial(_first, self.ask), self._on_first)

    @Slot(str)
    def _on_query_rested(self, query: str) -> None:
        if query.strip():
            self._ask_ranked()

    def _ask_ranked(self, *, show_best: bool = True) -> None:
        done = partial(self._on_ranked, show_best=show_best)
        self._room.ask(partial(_ranked, self.ask), done)

    def _ask_anew(self) -> None:
        """Ask what the question has become, and show how it is meant."""
        self._window.results.show_ask(self.ask)
        if self.ask.query.strip():
            self._ask_ranked()

    @Slot(str)
    def _on_scope_chosen(self, scope: str) -> None:
        self._question.look_in(scope)
        self._ask_anew()

    @Slot(str)
    def _on_order_chosen(self, order: str) -> None:
        self._question.stand_in(order)
        self._ask_anew()

    @Slot(str, bool)
    def _on_switched(self, name: str, on: bool) -> None:
        self._question.switch(name, on)
        self._ask_anew()

    @Slot(str, str)
    def _on_facet_toggled(self, field: str, value: str) -> None:
        self._question.toggle(field, value)
        self._ask_anew()

    @Slot()
    def _on_widened(self) -> None:
        self._question.widen()
        self._ask_anew()

    def search_again(self) -> None:
        """Ask again what stands, since notes, memos or documents changed; the page stays."""
        if self._stands:
            self._ask_ranked(show_best=False)

    # the answer

    def _on_first(self, answer: Answer) -> None:
        if answer.ask != self.ask:
            return
        self._stand()
        notes = sum(h.kind == NOTE for h in answer.hits)
        whole = len(answer.hits) < FIRST and notes < FEW_NOTES
        self._shown_query = answer.ask.query
        self._window.results.show_hits(answer.hits, ranked=False, whole=whole)

    def _on_ranked(self, answer: Answer, *, show_best: bool) -> None:
        if answer.ask != self.ask:
            return
        self._stand()
        self._shown_query = answer.ask.query
        if answer.hits:
            ranked, whole = answer.ask.order == "best", answer.total is not None
            self._window.results.show_hits(answer.hits, ranked=ranked, whole=whole)
            if show_best or self._open_next:
                self._best.start()
        self._count(answer)

    @Slot()
    def _show_best(self) -> None:
        """Show the best hit in the text, once its row is painted; the focus stays where it is."""
        hit = self._window.results.current()
        if self._open_next:
            self._on_opened()
        elif hit is not None:
            self._preview(hit)

    def _count(self, answer: Answer) -> None:
        """Count behind the hits: all of them, their parts, their words."""
        editions = tuple(dict.fromkeys(h.edition_uid for h in answer.hits if h.edition_uid))
        in_text = all(h.kind not in (NOTE, MEMO) for h in answer.hits)
        few = answer.total is not None and in_text and len(editions) <= MOST_COUNTED
        self._room.ask(
            partial(_counts, answer.ask, editions if few else ()),
            partial(self._on_counts, bool(answer.hits)),
        )

    def _on_counts(self, found: bool, counted: tuple[Answer, int]) -> None:
        answer, matches = counted
        if answer.ask != self.ask:
            return
        if self._best.isActive():
            self._best.stop()
            self._show_best()
        if not found:
            meant = [h.words for h in answer.hints if h.kind == "suggestion"]
            self._window.results.show_nothing(answer.ask, meant)
            self._window.reader.clear_hits()
        self._window.results.show_counts(answer, matches)
        if self._contents_stand():
            self._marks.count_in_contents(self.ask)
        self.answered.emit()

    def _stand(self) -> None:
        """Let the query stand, with its results in the place of the contents."""
        if not self._stands:
            self._stands = True
            self._before = self._reading.spot
            self._window.left.setCurrentWidget(self._window.results)
        elif self._window.field.hasFocus() and self._contents_stand():
            self._bring_results()

    # hits

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        if self._stands:
            self._window.results.move(step)

    def step(self, step: int) -> None:
        """Go to the next or previous hit, on whatever page and in whatever document it is."""
        if not self._window.results.move(step):
            said = tr("This is the last hit") if step > 0 else tr("This is the first hit")
            self._window.status.show_news(said)

    @Slot()
    def _on_opened(self) -> None:
        """Open the chosen hit; Return may come before the hits do."""
        hit = self._window.results.current()
        self._open_next = self._shown_query != self._window.field.text()
        if hit is not None and not self._open_next and self._stands:
            self._on_hit_opened(hit)

    @Slot(object)
    def _on_hit_chosen(self, hit: Hit) -> None:
        self._preview(hit)

    @Slot(object)
    def _on_hit_opened(self, hit: Hit) -> None:
        if not self._preview(hit, opened=True):
            return
        if hit.kind != MEMO:
            self._window.reader.setFocus()
        self._keep_the_way_back()
        self.hit_used.emit(self.ask.query)

    def _keep_the_way_back(self) -> None:
        if self._before is not None and self._before != self._reading.spot:
            self._reading.remember(self._before)
        self._before = None

    def _preview(self, hit: Hit, *, opened: bool = False) -> bool:
        if hit.kind == MEMO:
            self.memo_shown.emit(hit.uid, hit.block, opened)
            return True
        if hit.edition_uid is None:
            return False
        start, end = (hit.start, hit.end) if hit.end > hit.start else (None, None)
        edition = EditionUid(hit.edition_uid)
        if not self._reading.open(edition, hit.path, start, end, remember=False):
            return False
        self._marks.show_hit(hit, self.ask)
        if hit.kind == NOTE:
            self.note_shown.emit(hit.uid, opened)
        return True

    @Slot()
    def _on_page_opened(self) -> None:
        """Mark the words on a page that was turned to while the query stands."""
        if self._stands and not self._window.find_bar.isVisible():
            self._marks.mark_page(self.ask)

    # the hits in the contents

    def _contents_stand(self) -> bool:
        return self._window.left.currentWidget() is self._window.navigator

    @Slot()
    def show_hits_in_contents(self) -> None:
        """Show in the tree which places hold hits; the results wait behind it."""
        if not self._stands:
            self._window.status.show_news(tr("Search for something first"))
        elif self._contents_stand():
            self._show_results()
        else:
            words = tr("Back to the hits for “{query}”", query=self.ask.query.strip())
            self._window.hits_back.show_words(words)
            self._window.hits_back.show()
            self._window.left.setCurrentWidget(self._window.navigator)
            self._window.navigator.setFocus()
            self._marks.count_in_contents(self.ask)

    @Slot()
    def _show_results(self) -> None:
        """Bring the results back in the place of the contents, and the focus to them."""
        self._bring_results()
        self._window.results.setFocus()

    def _bring_results(self) -> None:
        self._window.hits_back.hide()
        self._window.left.setCurrentWidget(self._window.results)

    # the end

    @Slot()
    def leave(self) -> None:
        """Leave the search: the contents come back, the page stays, the text gets the focus."""
        self._window.field.clear()
        self._show_contents()
        self._window.reader.setFocus()

    def _show_contents(self) -> None:
        self._room.forget()
        self._best.stop()
        self._open_next = False
        self._question.reset()
        self._window.results.show_ask(self.ask)
        if self._stands:
            self._stands = False
            self._window.hits_back.hide()
            self._window.results.forget()
            self._window.left.setCurrentWidget(self._window.navigator)
            self._marks.clear()
            self._keep_the_way_back()
        self.answered.emit()


# asked in the thread of the search


def _first(ask: Ask, searcher: Searcher) -> Answer:
    return searcher.first(ask, FIRST)


def _ranked(ask: Ask, searcher: Searcher) -> Answer:
    return searcher.ranked(ask, RANKED)


def _counts(ask: Ask, editions: tuple[EditionUid, ...], searcher: Searcher) -> tuple[Answer, int]:
    """Return the counts, and how often the words stand in these editions."""
    matches = (searcher.matches(replace(ask, edition=e)) for e in editions)
    return searcher.counts(ask), sum(map(count_runs, matches))


def _warm(searcher: Searcher) -> None:
    """Have everything loaded that a first answer needs; Chinese words need the most."""
    searcher.first("青", 1)


def _nothing(_thing: object) -> None:
    pass
