"""Pages made by hand for the tests of the reader: a small source with its nodes and layers."""

from dataclasses import replace

from db.model import Anchor, Damage, EditionUid, Node, NodeUid, Note, NoteUid, Reading, Unit, Zone

EDITION = EditionUid("edition")


class Sheet:
    """Writes a source from top to bottom; `unit` gives what was written as a page."""

    def __init__(self, path: str, before: str = "Chrome.\n\n") -> None:
        self.path = path
        self.text = before
        self.nodes: list[Node] = []
        self.damage: list[Damage] = []
        self.readings: list[Reading] = []
        self.zones: list[Zone] = []

    def add(self, kind, path, words, *, numeral="", name="", gap="\n\n", region=None):
        """Add a node; `gap` and `numeral` are printed before it and belong to no node."""
        self.text += gap + numeral
        start = len(self.text)
        self.text += words
        parent, _, label = path.rpartition(".")
        node = Node(
            NodeUid(path),
            kind,
            path,
            label,
            start,
            len(self.text),
            words,
            path.count("."),
            parent,
            region=region,
            name=name,
        )
        self.nodes.append(node)
        return node

    def zone(self, zone, words):
        start = len(self.text)
        self.text += words
        self.zones.append(Zone(zone, start, len(self.text)))

    def scar(self, kind, words, *, at=0):
        """Damage on words that are printed already; a length of 0 stands at their end."""
        start = self.text.index(words, at)
        self.damage.append(Damage(kind, start, start + len(words)))

    def scar_after(self, kind, words):
        end = self.text.index(words) + len(words)
        self.damage.append(Damage(kind, end, end))

    def term(self, term, original, reading, status="confirmed"):
        start = self.text.index(term)
        self.readings.append(
            Reading(term, original, reading, status, ((start, start + len(term)),))
        )

    def span(self, words):
        start = self.text.index(words)
        return start, start + len(words)

    @property
    def unit(self) -> Unit:
        start = min((n.start for n in self.nodes), default=0)
        end = max((n.end for n in self.nodes), default=len(self.text))
        unit = Unit(EDITION, self.path, tuple(self.nodes), self.text[start:end], start, end)
        return replace(
            unit, zones=tuple(self.zones), damage=tuple(self.damage), readings=tuple(self.readings)
        )

    def note(self, words, color="yellow", body="", uid="", kind="passage"):
        start, end = self.span(words)
        return note_on(start, end, color=color, body=body, uid=uid or words, kind=kind)


def note_on(start, end, *, color="yellow", body="", uid="note", kind="passage", tags=()):
    anchor = Anchor(EDITION, kind, start, end, "")
    return Note(NoteUid(uid), body=body, color=color, anchor=anchor, tags=tags)


def qinghai() -> Sheet:
    """A region as it stands in the plan, with its glossary and its damaged numeral."""
    sheet = Sheet("II.(3)")
    sheet.add(
        "region",
        "II.(3)",
        'to implement "science and technology to aid the youth" and jointly build the highlands of ecological civilization on the Qinghai-Tibet Plateau.',
        numeral="(3) ",
        name="Qinghai",
        region="Qinghai",
    )
    sheet.add(
        "task",
        "II.(3).1",
        "We will implement the scientific and technological project for the ecological protection of Sanjiangyuan.",
        numeral="1. ",
    )
    sheet.add(
        "clause",
        "II.(3).1.1",
        "We will promote the establishment of a scientific and technological innovation alliance for the ecological protection of the sources of the three rivers in Qinghai, the Yangtze River basin and the provinces and regions along the Yellow River.",
        gap=" ",
    )
    sheet.add(
        "task", "II.(3).2", "To build a world-class salt lake industrial base.", numeral="two。 "
    )
    sheet.add(
        "clause",
        "II.(3).2.1",
        "We will deepen cooperation between Qinghai and provinces and cities such as Tianjin, Shandong, Anhui and Chongqing, improve the collaborative innovation mechanism between the upstream and downstream of the salt lake industry, and improve the technology and industrialization level of high-value development and utilization of potassium, magnesium, lithium and other resources in the salt lake.",
        gap=" ",
    )
    sheet.add(
        "clause",
        "II.(3).2.2",
        "We will enhance the innovative development ability of salt lake chemical enterprises, promote the construction of digital salt lakes and intelligent salt lakes, speed up the development of innovative industrial clusters with Hercynian salt lake chemical characteristics and circular economy, and enhance the competitiveness of salt lake industries.",
        gap=" ",
    )
    sheet.add(
        "task",
        "II.(3).3",
        'To improve the technical level of industrialization of agricultural and livestock products of "Qingzhao".',
        numeral="3. ",
    )
    sheet.add(
        "clause",
        "II.(3).3.1",
        "Support Qinghai in conjunction with the Chinese Academy of Agricultural Sciences and Jiangsu, Sichuan, Gansu, Tibet and other places to carry out technological research, demonstration and popularization of the whole industrial chain.",
        gap=" ",
    )
    sheet.scar("mark", "two。")
    sheet.term(
        "science and technology to aid the youth",
        "科技援青",
        "S&T Aid for Qinghai (援青: aid Qinghai; 青 was read as “youth”)",
    )
    sheet.term("Hercynian", "海西盐湖化工特色", "Haixi (Mongol and Tibetan Autonomous Prefecture)")
    sheet.term("Qingzhao", "“青字号”", "“Qing-brand” produce of Qinghai", "inferred")
    return sheet


def chinese() -> Sheet:
    """A chapter of a law in Chinese."""
    sheet = Sheet("II")
    sheet.add("chapter", "II", "科技创新平台建设", numeral="第二章 ")
    sheet.add("article", "II.9", "共建东西部科技合作创新平台。", numeral="第九条 ")
    sheet.add(
        "clause",
        "II.9.1",
        "支持西部地区与东部地区的高等学校、科研院所和企业共同建设重点实验室、技术创新中心和科技成果转移转化示范区，推动科技资源开放共享。",
        gap="",
    )
    sheet.add(
        "clause",
        "II.9.2",
        "鼓励东部地区国家高新区在西部地区设立“飞地园区”，探索成果共享、税收分成的合作机制；参加共建的单位可以用 R&D 经费支持 𠮷林、青海等地的项目。",
        gap="",
    )
    sheet.add("article", "II.10", "深化盐湖资源综合利用。", numeral="第十条 ")
    sheet.add(
        "clause",
        "II.10.1",
        "围绕钾、镁、锂等资源的高值化开发利用，健全盐湖产业上下游协同创新机制，提升产业化水平，支持建设世界级盐湖产业基地。",
        gap="",
    )
    sheet.term("飞地园区", "飞地园区", "enclave industrial parks", "inferred")
    return sheet


def mixed() -> Sheet:
    """A page whose words hold all that counts differently in Qt: pairs, joiners, marks, NBSP."""
    sheet = Sheet("I", before="𠮷\n\n")
    sheet.add("section", "I", "𠮷野家 🏔 e\u0301tude", numeral="一、")
    sheet.add("clause", "I.1", "a\u00a0b 👩‍🔬 in\ntwo lines 𠮷.", gap="\n\n")
    sheet.add("clause", "I.2", "line\r\nend and 中文", gap=" ")
    return sheet


def long_page(clauses=2000) -> Sheet:
    """A chapter of many clauses, four to an article."""
    words = "We will improve the system of cooperation between regions, stimulate the vitality of enterprises, and guide the orderly flow."
    sheet = Sheet("I", before="")
    sheet.add("chapter", "I", "A long chapter", gap="", numeral="I. ")
    for at in range(clauses):
        if at % 4 == 0:
            sheet.add(
                "article", f"I.{at // 4 + 1}", f"Article about matter {at // 4 + 1}", numeral="§ "
            )
        sheet.add("clause", f"I.{at // 4 + 1}.{at % 4 + 1}", f"{words} No. {at}.", gap=" ")
    return sheet


def open_reader(qtbot, unit, notes=(), size=(734, 690)):
    """A reader in a window of its own, with the focus in the text."""
    from desktop.ui.views.reader import ReaderView

    reader = ReaderView()
    qtbot.addWidget(reader)
    reader.resize(*size)
    with qtbot.waitExposed(reader):
        reader.show()
    reader.show_unit(unit, notes)
    reader.activateWindow()
    reader.setFocus()
    qtbot.waitUntil(reader.focus_target().hasFocus)
    return reader


def point_of(reader, offset, *, lift=4):
    """The point of the viewport on the character at a source offset."""
    from PySide6.QtCore import QPoint

    text = reader.focus_target()
    page = text.page
    position = page.map.to_position(offset)
    row = page.map.row_at(position)
    place = page.geometry.place(row, position - page.map.first(row))
    return QPoint(round(place.x) + 2, round(place.base - text.top) - lift)


def color_at(reader, point):
    """The color that is painted at a point of the viewport."""
    image = reader.focus_target().viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(point.x() * ratio), round(point.y() * ratio))


def colors_near(reader, offset, *, up=20, down=10, wide=12):
    """The names of all colors painted around the character at a source offset."""
    point = point_of(reader, offset, lift=0)
    image = reader.focus_target().viewport().grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(max(point.x() - 2, 0), min(point.x() + wide, image.width()))
        for y in range(max(point.y() - up, 0), min(point.y() + down, image.height()))
    }
