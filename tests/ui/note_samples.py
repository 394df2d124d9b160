"""Notes, hits and memos for the tests of the views, in both languages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from db.model import Anchor, Block, EditionUid, Hit, Memo, Note

EDITION = EditionUid("e1")
PLAN = "East-West S&T Cooperation 2021–25"


def moment(days: int = 0) -> str:
    """A moment of the model, so many days ago."""
    stamp = datetime.now(UTC) - timedelta(days=days)
    return stamp.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def note(uid: str, quote: str = "", body: str = "", *, days: int = 0, **changes) -> Note:
    """A note on words of the plan."""
    anchor = Anchor(EDITION, "passage", 10, 10 + len(quote), quote) if quote else None
    made = Note(
        uid=uid,
        body=body,
        color="yellow",
        created=moment(days),
        changed=moment(days),
        anchor=anchor,
        document=PLAN,
        path="II.(3).2.1",
        region="Qinghai",
    )
    return replace(made, **changes)


THREE = (
    note(
        "n1", "Tianjin, Shandong, Anhui", "Ask the Qinghai office.", tags=("partners", "question")
    ),
    note("n2", "potassium, magnesium, lithium", days=1, color="green", tags=("minerals",)),
    note(
        "n3", "海西盐湖化工", "没有指标；与稀土条款比较。", days=4, color="red", path="II.(3).2.2"
    ),
)


def hit(uid: str, snippet: str, words: str = "", **changes) -> Hit:
    """A hit with the words marked in its snippet."""
    at = snippet.find(words) if words else -1
    made = Hit(
        score=1.0,
        kind="clause",
        uid=uid,
        path="II.(3).2.1",
        document=PLAN,
        edition="2022",
        region="Qinghai",
        snippet=snippet,
        via="text",
        marks=((at, at + len(words)),) if at >= 0 else (),
        title="World-class salt lake base",
    )
    return replace(made, **changes)


HITS = (
    hit("h1", "We will deepen cooperation in the salt lake industry", "salt lake"),
    hit(
        "h2",
        "Support solar energy",
        region="Ningxia",
        path="II.(5).1.2",
        via="glossary",
        reason="printed as “support”",
    ),
    hit("h3", "digital salt lakes", "salt lake", path="II.(3).2.2"),
    hit(
        "h4",
        "No indicator for the salt lake",
        "salt lake",
        kind="note",
        via="note",
        path="II.(3).2.2",
    ),
)

BLOCKS = (
    Block("b1", "text", text="For the meeting."),
    Block(
        "b2",
        "clause",
        quote="We will deepen cooperation.",
        edition=EDITION,
        path="II.(3).2.1",
        start=10,
        end=37,
    ),
    Block(
        "b3",
        "note",
        text="没有指标。",
        quote="海西盐湖化工",
        note="n3",
        edition=EDITION,
        path="II.(3).2.2",
        start=40,
        end=46,
    ),
    Block("b4", "text", text="We ask for a list."),
)
CITATIONS = {"b2": "Plan (2022), II.(3).2.1", "b3": "Plan (2022), II.(3).2.2"}
MEMO = Memo("m1", "Salt lakes", BLOCKS)
