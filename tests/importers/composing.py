"""Made-up plans and laws in every numbering family, with the tree that they must give."""

from dataclasses import dataclass, field
from random import Random

from desktop.importers.numerals import CIRCLED, han, letter, roman

HAN_TITLES = [
    *(
        "总则",
        "附则",
        "指导思想",
        "基本原则",
        "保障措施",
        "法律责任",
        "监督管理",
        "组织实施",
        "发展目标",
    ),
    *("服务体系建设", "加强人才培养", "完善投入机制", "推进绿色低碳发展", "水资源保护和利用"),
    *("科技成果转化", "优化营商环境", "健全应急响应机制", "促进区域协调发展", "经费管理"),
]
HAN_SENTENCES = [
    "国务院有关部门在各自职责范围内负责相关工作。",
    "县级以上地方人民政府应当将所需经费列入本级预算。",
    "任何单位和个人不得侵占、挪用。",
    "到2025年，全社会研发投入年均增长7%以上，森林覆盖率达到24.1%。",
    "依照本法第十五条第二款的规定处理。",
    "坚持“谁主管、谁负责。”的要求，落实责任。",
    "鼓励企业、高等学校（含职业院校）和科研机构开展合作。",
    "支持建设3至5个国家级示范区，带动周边发展。",
    "有关部门应当自收到申请之日起二十日内作出决定；不予批准的，应当说明理由。",
    "加强耕地保护，严守18亿亩红线，确保粮食安全和重要农产品有效供给，不断提高农业综合生产能力。",
    "推动黄河流域、长江流域生态保护，统筹山水林田湖草沙一体化治理，提升生态系统质量和稳定性。",
    "对拒不改正的，处一万元以上五万元以下罚款。",
]
HAN_ITEMS = [
    *(
        "制定发展规划和年度计划",
        "组织实施监督检查",
        "建立信用档案",
        "未按照规定报告的",
        "公布监测结果",
    ),
    *("拒绝、阻碍监督检查的", "开展宣传教育", "其他应当报告的情形", "具有相应的技术人员和设备"),
]
HAN_ODD = [
    "2005年以来，各地开展了一系列工作。",
    "3.5%以上的部分由地方承担。",
    "第十五条规定的事项除外。",
    "—— 坚持统筹规划、分类指导。",
    "2021年3月1日起，有关事项按照新规定办理。",
    "1998年12月29日公布的办法同时废止。",
]
TITLES = [
    *("General provisions", "Scope", "Guiding principles", "Implementation", "Definitions"),
    *(
        "Funding and oversight",
        "Reporting",
        "Regional cooperation",
        "Data governance",
        "Enforcement",
    ),
    *("Skills for the Future", "Roles and responsibilities", "Public engagement"),
]
SENTENCES = [
    "The Secretary shall publish a report each year.",
    "Agencies must review the inventory under 7 U.S.C. 136 and No. 5 of the list.",
    "Funding grew by 3.5 percent in 2019, to $4.2 million.",
    "We will support research and development (R & D) in every region.",
    "The term “agency” has the meaning given in section 551 of title 5.",
    "Each region, e.g. the Northwest, adopts its own targets.",
    "No person may withhold a record that the public is entitled to see.",
    "The program begins on January 5, 2021 and ends three years later.",
    "It applies to all data assets, including those held by contractors on behalf of an agency.",
]
ITEMS = [
    *("a plan for the coming year", "the name of each officer", "records of every inspection"),
    *("a statement of costs", "evidence of training", "the results of the review"),
]
ODD = [
    "2020 saw the first results of the program.",
    "3.5 percent of the budget is set aside.",
    "- Agencies share what they learn.",
    "Section 12 of the Act does not apply.",
]


@dataclass
class Place:
    """A numbered place: `label` as the tree must show it, `words` as its heading."""

    mark: str
    label: str
    words: str
    rung: "Rung"
    body: list[str] = field(default_factory=list)
    below: list["Place"] = field(default_factory=list)


@dataclass(frozen=True)
class Rung:
    """A level of numbering: how it counts, prints and goes on.

    `how` is `title` (alone on its line), `run-in` (a title sentence, the body behind it),
    `article` (words of law), `item` (one line). `list_format` is how Word would count it itself.
    """

    family: str
    how: str
    level: int = 0
    runs_on: bool = False
    list_format: str = ""
    list_text: str = ""


@dataclass
class Paper:
    """A composed document: paragraphs with heading levels and the tree that they must give."""

    title: str
    language: str
    paragraphs: list[tuple[str, int, Place | None]]
    tree: list[tuple[int, str, str]]
    opening: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)


def _lower_roman(value: int) -> str:
    return roman(value).lower()


def _capital(value: int) -> str:
    return letter(value).upper()


def _circled(value: int) -> str:
    return CIRCLED[value - 1]


SHAPES = {
    **{"一、": ("{}、", han, ""), "（一）": ("（{}）", han, "()"), "（1）": ("（{}）", str, "()")},
    **{"1.": ("{}. ", str, ""), "1．": ("{}．", str, ""), "1、": ("{}、", str, "")},
    **{"①": ("{}", _circled, ""), "I.": ("{}. ", roman, ""), "A.": ("{}. ", _capital, "")},
    **{"a.": ("{}. ", letter, ""), "i.": ("{}. ", _lower_roman, ""), "(1)": ("({}) ", str, "()")},
    **{"(a)": ("({}) ", letter, "()"), "(A)": ("({}) ", _capital, "()")},
    **{"(i)": ("({}) ", _lower_roman, "()"), "§": ("§ {}. ", str, "")},
    **{"Part": ("Part {}. ", roman, ""), "Article": ("Article {}. ", roman, "")},
}
"""How the number of a family is printed and written, and what its label keeps around it."""
PLAIN = {"一、", "（一）", "①"}
"""Families whose label shows digits whatever is printed."""


def printed(rung: Rung, value: int, above: str, sub: int = 0) -> tuple[str, str]:
    """Return a mark as printed and the label that the tree shows."""
    if rung.family in ("编", "章", "节", "条"):
        added = f"之{han(sub)}" if sub else ""
        return f"第{han(value)}{rung.family}{added}　", f"{value}-{sub}" if sub else str(value)
    if rung.family in ("dec", "Dec"):
        space = "　" if rung.family == "dec" else " " if above else ". "
        return f"{above}{value}{space}", str(value)
    shape, write, keeps = SHAPES.get(rung.family, (f"{rung.family} {{}}. ", str, ""))
    label = str(value) if rung.family in PLAIN else write(value)
    return shape.format(write(value)), f"({label})" if keeps else label


T, R, ART, IT = "title", "run-in", "article", "item"
HAN_SCHEMES = {
    "law": (Rung("章", T, 2), Rung("条", ART, 0, True), Rung("（一）", IT)),
    "code": (
        *(Rung("编", T, 1), Rung("章", T, 2), Rung("节", T, 3), Rung("条", ART, 0, True)),
        *(Rung("（一）", IT), Rung("1.", IT)),
    ),
    "short law": (Rung("条", ART, 0, True), Rung("（一）", IT)),
    "plan": (
        Rung("一、", T, 2, False, "chineseCounting", "%1、"),
        Rung("（一）", R, 0, False, "chineseCounting", "（%2）"),
        Rung("1.", R, 0, False, "decimal", "%3."),
        Rung("（1）", IT, 0, False, "decimal", "（%4）"),
    ),
    "plan that runs on": (Rung("一、", T, 2), Rung("（一）", R, 0, True), Rung("1．", IT)),
    "measures": (Rung("一、", T, 2), Rung("1.", R, 0, True), Rung("①", IT)),
    "headed plan": (Rung("一、", T, 1), Rung("（一）", T, 2), Rung("1、", T, 3), Rung("（1）", R)),
    "chapters of points": (Rung("章", T, 2), Rung("一、", R, 0, True), Rung("（一）", IT)),
    "brackets above": (Rung("（一）", T, 2), Rung("一、", R), Rung("1.", IT)),
    "chapters of brackets": (Rung("章", T, 2), Rung("节", T, 3), Rung("（一）", R), Rung("1.", IT)),
    "emergency plan": (Rung("dec", T, 2), Rung("dec", T, 3), Rung("dec", R), Rung("（1）", IT)),
}
SCHEMES = {
    "strategy": (
        Rung("I.", T, 2, False, "upperRoman", "%1."),
        Rung("A.", T, 3, False, "upperLetter", "%2."),
        Rung("1.", R, 0, False, "decimal", "%3."),
        Rung("a.", IT, 0, False, "lowerLetter", "%4."),
    ),
    "seed": (Rung("I.", T, 2), Rung("(1)", T, 3), Rung("1.", R)),
    "memo": (Rung("1.", R), Rung("a.", IT), Rung("i.", IT)),
    "act": (Rung("Part", T, 1), Rung("Section", ART, 0, True), Rung("(a)", IT), Rung("(1)", IT)),
    "constitution": (Rung("Article", T, 1), Rung("Section", ART), Rung("(a)", IT)),
    "code": (
        *(Rung("§", T, 3), Rung("(a)", IT), Rung("(1)", IT), Rung("(A)", IT), Rung("(i)", IT)),
    ),
    "manual": (Rung("Dec", T, 2), Rung("Dec", T, 3), Rung("Dec", R)),
    "chapters": (Rung("Chapter", T, 1), Rung("1.", R, 0, True), Rung("(a)", IT)),
}


class Composer:
    """Writes one document; `random` decides everything."""

    def __init__(self, random: Random, language: str, scheme: str) -> None:
        self.random = random
        self.is_han = language == "zh"
        self.rungs = (HAN_SCHEMES if self.is_han else SCHEMES)[scheme]
        self.counts: dict[int, int] = {}
        self.is_odd = random.random() < 0.4
        self.last = ""

    def sentences(self, least: int, most: int) -> str:
        pool = HAN_SENTENCES if self.is_han else SENTENCES
        count = self.random.randint(least, most)
        chosen = [self.other(pool) for _ in range(count)]
        return ("" if self.is_han else " ").join(chosen)

    def other(self, pool: list[str]) -> str:
        """Return a sentence that is not the one before: what stands twice is rightly marked."""
        self.last = self.random.choice([s for s in pool if s != self.last])
        return self.last

    def title(self) -> str:
        return self.random.choice(HAN_TITLES if self.is_han else TITLES)

    def places(self, depth: int = 0, above: str = "") -> list[Place]:
        rung = self.rungs[depth]
        most = 4 if depth else 5
        count = self.random.randint(2, most)
        first = self.counts.get(depth, 0) if rung.runs_on else 0
        made = []
        for value in range(first + 1, first + count + 1):
            made.append(self.place(rung, value, depth, above))
            if rung.family == "条" and self.random.random() < 0.06:
                made.append(self.place(rung, value, depth, above, sub=1))
        self.counts[depth] = first + count
        return made

    def place(self, rung: Rung, value: int, depth: int, above: str, sub: int = 0) -> Place:
        mark, label = printed(rung, value, above, sub)
        place = Place(mark, label, "", rung)
        has_below = depth + 1 < len(self.rungs) and self.random.random() < (0.45 if depth else 0.9)
        stop = "。" if self.is_han else "."
        match rung.how:
            case "title":
                place.words = self.title()
                if not has_below or self.random.random() < 0.3:
                    place.body = [self.sentences(1, 3)]
            case "run-in":
                place.words = self.title() + stop
                place.body = [self.sentences(1, 4)]
            case "article":
                place.body = [self.sentences(1, 3)]
                if self.random.random() < 0.3:
                    place.body.append(self.sentences(1, 2))
                if has_below:
                    place.body[-1] += (
                        "应当符合下列条件：" if self.is_han else " The report includes:"
                    )
            case _:
                pool = HAN_ITEMS if self.is_han else ITEMS
                place.words = self.random.choice(pool) + ("；" if self.is_han else ";")
                if not self.is_han:
                    place.words = place.words[0].upper() + place.words[1:]
        if self.is_odd and rung.how != IT and place.body and self.random.random() < 0.15:
            place.body.insert(1, self.random.choice(HAN_ODD if self.is_han else ODD))
        if has_below:
            prefix = f"{above}{value}." if rung.family in ("dec", "Dec") else ""
            place.below = self.places(depth + 1, prefix)
        return place


def compose(random: Random, language: str, scheme: str, *, is_furnished: bool = False) -> Paper:
    """Return a document of a scheme, with its tree."""
    composer = Composer(random, language, scheme)
    title = (
        random.choice(["湖泊保护条例", "科技创新发展规划", "数据安全管理办法", "粮食应急预案"])
        if composer.is_han
        else random.choice(["National Data Strategy", "Lake Protection Act", "Grain Reserve Plan"])
    )
    places = composer.places()
    paper = Paper(title, language, [], [])
    if composer.is_han and random.random() < 0.3:
        paper.opening.append("（2021年3月1日第十三届人民代表大会常务委员会第二十次会议通过）")
    if random.random() < 0.4:
        paper.opening.append(composer.sentences(1, 3))
    for place in places:
        _lay(paper, place, 0)
    if is_furnished:
        furnish(paper, random)
    return paper


def furnish(paper: Paper, random: Random) -> None:
    """Add what stands around the numbers: contents, number, addressee, signature, annexes."""
    is_han = paper.language == "zh"
    if random.random() < 0.35:
        _add_contents(paper, random)
    if is_han and random.random() < 0.4:
        paper.opening[:0] = [
            "国发〔2021〕12号",
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
        ]
    if random.random() < 0.3:
        _add_annexes(paper, random)
    elif is_han and random.random() < 0.4:
        paper.paragraphs += [("国务院办公厅", 0, None), ("2021年3月1日", 0, None)]


def _add_contents(paper: Paper, random: Random) -> None:
    headings = [(w, p) for w, level, p in paper.paragraphs if p and p.rung.how == "title"]
    if len(headings) < 2 or any(p.rung.family == "条" and p.words for _, p in headings):
        return
    leader = random.choice(["", "………… {}", "\t{}"])
    header = random.choice(["目　　录", "目 录", "目录"]) if paper.language == "zh" else "Contents"
    lines = [w + leader.format(n // 2 + 1) for n, (w, _) in enumerate(headings)]
    paper.contents = [header, *lines]


def _add_annexes(paper: Paper, random: Random) -> None:
    count = random.randint(1, 3)
    is_han = paper.language == "zh"
    for number in range(1, count + 1):
        rung = Rung("annex", "title", 1)
        words = random.choice(HAN_TITLES[2:] if is_han else TITLES) + ("表" if is_han else "")
        if is_han:
            mark = f"附件{number}　" if count > 1 else "附件　"
            label = f"A{number}" if count > 1 else "A"
        else:
            mark, label = f"Attachment {letter(number).upper()}: ", f"A{letter(number).upper()}"
        inner = Rung("一、", "title") if is_han else Rung("1.", "run-in")
        place = Place(mark, label, words, rung)
        composer = Composer(random, paper.language, next(iter(HAN_SCHEMES if is_han else SCHEMES)))
        composer.rungs = (inner,)
        place.below = composer.places()
        _lay(paper, place, 0)


def _lay(paper: Paper, place: Place, depth: int) -> None:
    """Add the paragraphs of a place and its rows of the tree."""
    how = place.rung.how
    glue = "" if paper.language == "zh" else " "
    body = list(place.body)
    first = place.mark + place.words
    if how == "run-in" and body:
        first += glue + body.pop(0)
    elif how == "article":
        first += body.pop(0)
    paper.paragraphs.append((first, place.rung.level, place))
    paper.paragraphs += [(words, 0, None) for words in body]
    paper.tree.append((depth, place.label, place.words))
    for each in place.below:
        _lay(paper, each, depth + 1)
