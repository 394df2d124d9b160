"""The look of an exported Word document: named styles, fonts, page, as WordprocessingML.

English follows agency memos; Chinese follows GB/T 9704-2012 without the red head (A4, margins
37/35/28/26 mm, 3号 仿宋 on 28 pt lines). East Asian fonts are named in `w:eastAsia`, or Word falls
back to its own choice (python-docx#154); the font table carries their other names.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PLAIN_BAR = "A6A6A6"
BARS = {
    "yellow": "D9A400",
    "green": "3C9A5B",
    "red": "CF4359",
    "blue": "3B7DD8",
    "violet": "8A5CC9",
    "orange": "E08326",
    "teal": "2B9C96",
    "gray": "8A8A8A",
}
"""The bar beside a quotation: the note's mark, dark enough to be told apart on paper."""

FONTS = {
    "宋体": ("SimSun", "02010600030101010101", "auto"),
    "仿宋": ("FangSong", "02010609060101010101", "modern"),
    "楷体": ("KaiTi", "02010609060101010101", "modern"),
    "黑体": ("SimHei", "02010609060101010101", "modern"),
}
"""Chinese font → its other name, PANOSE and family, by which Word finds the nearest of its own."""


@dataclass(frozen=True, slots=True)
class Look:
    """Fonts, sizes in points and millimeters of one language's documents."""

    latin: str
    body_font: str
    title_font: str
    heading_fonts: tuple[str, str, str]
    quote_font: str
    body: float
    title: float
    headings: tuple[float, float, float]
    small: float
    line: str
    margins: tuple[int, int, int, int]
    centered: bool
    first_line: bool


ENGLISH_LOOK = Look(
    latin="Times New Roman",
    body_font="宋体",
    title_font="宋体",
    heading_fonts=("黑体", "黑体", "黑体"),
    quote_font="宋体",
    body=11.5,
    title=20,
    headings=(14, 12.5, 11.5),
    small=9.5,
    line='w:line="276" w:lineRule="auto"',
    margins=(25, 25, 25, 25),
    centered=False,
    first_line=False,
)
CHINESE_LOOK = Look(
    latin="Times New Roman",
    body_font="仿宋",
    title_font="宋体",
    heading_fonts=("黑体", "楷体", "仿宋"),
    quote_font="楷体",
    body=16,
    title=22,
    headings=(16, 16, 16),
    small=12,
    line='w:line="560" w:lineRule="exact"',
    margins=(37, 26, 35, 28),
    centered=True,
    first_line=True,
)


def look_for(language: str) -> Look:
    """Return the look of a language's documents."""
    return CHINESE_LOOK if language == "zh" else ENGLISH_LOOK


def styles_xml(look: Look) -> str:
    """Return `word/styles.xml`: only what a memo uses, every style with a name that people read."""
    small, grey = look.small, "595959"
    bar = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="9" w:color="{PLAIN_BAR}"/></w:pBdr>'
    inset = '<w:ind w:left="397"/>'
    tight = _tight(60)
    aligned = '<w:jc w:val="center"/>' if look.centered else ""
    styles = [
        _style(
            "Title",
            f'<w:keepNext/><w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/>'
            f"{aligned}",
            _face(look.title_font, look.title, "<w:b/>"),
        ),
        _style(
            "Subtitle",
            f'<w:spacing w:before="0" w:after="360" w:line="240" w:lineRule="auto"/>{aligned}',
            _face("", small, "", grey),
        ),
        *(_heading(i, look) for i in range(3)),
        _style(
            "Quote",
            f'<w:keepNext/>{bar}<w:spacing w:before="200" w:after="60"/>{inset}',
            _face(look.quote_font, look.body, "<w:noProof/>"),
        ),
        _style(
            "Citation",
            f"{_tight(140)}{inset}",
            _face("", small, "<w:noProof/>", grey),
        ),
        _style("Editor’s Note", f"{_tight(140)}{inset}", _face("", small, "<w:i/>", grey)),
        _style("Note Text", _first_line(look), ""),
        _style("Tags", _tight(160), _face("", small, "", grey)),
        *(_list_style(name) for name in ("List Bullet", "List Number")),
        _style("Source", '<w:keepNext/><w:spacing w:before="160" w:after="40"/>', "<w:b/>"),
        _style("Source Detail", tight, _face("", small, "<w:noProof/>")),
        _style("Footer", '<w:jc w:val="center"/>', _face("宋体", small)),
    ]
    return f"<w:styles {W}>{_defaults(look)}{''.join(styles)}</w:styles>"


def _defaults(look: Look) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"{_fonts(look.body_font, look.latin)}{_size(look.body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f'<w:widowControl/><w:spacing w:after="120" {look.line}/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/></w:style>"
    )


def _tight(after: int) -> str:
    return f'<w:spacing w:before="0" w:after="{after}" w:line="264" w:lineRule="auto"/>'


def _style(name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(name)}">'
        f"<w:name w:val={quoteattr(name)}/>"
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>'
        "</w:style>"
    )


def style_id(name: str) -> str:
    """Return the id of a style: its name's letters and digits."""
    return "".join(c for c in name if c.isascii() and c.isalnum())


def _heading(level: int, look: Look) -> str:
    before = (320, 240, 200)[level]
    return _style(
        f"heading {level + 1}",
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="100"/>'
        f'<w:outlineLvl w:val="{level}"/>',
        _face(look.heading_fonts[level], look.headings[level], "<w:b/>"),
    )


def _list_style(name: str) -> str:
    numbering = '<w:numPr><w:numId w:val="1"/></w:numPr>' if name == "List Bullet" else ""
    indent = "" if numbering else '<w:ind w:left="420" w:hanging="420"/>'
    return _style(name, f'{numbering}<w:spacing w:after="60"/>{indent}', "")


def _first_line(look: Look) -> str:
    if not look.first_line:
        return ""
    return f'<w:ind w:firstLineChars="200" w:firstLine="{round(look.body * 40)}"/>'


def _face(font: str, size: float, more: str = "", color: str = "") -> str:
    tint = f'<w:color w:val="{color}"/>' if color else ""
    fonts = f'<w:rFonts w:eastAsia="{font}"/>' if font else ""
    return f"{fonts}{more}{tint}{_size(size)}"


def _fonts(chinese: str, latin: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}" w:eastAsia="{chinese}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def numbering_xml() -> str:
    """Return `word/numbering.xml`: one bulleted list of three levels."""
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{420 * (i + 1)}" w:hanging="300"/></w:pPr></w:lvl>'
        for i, sign in enumerate("•–·")
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def font_table_xml(look: Look) -> str:
    """Return `word/fontTable.xml`: what to take where a font is not installed."""
    chinese = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="86"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, (other, panose, family) in FONTS.items()
    )
    return (
        f'<w:fonts {W}><w:font w:name="{look.latin}"><w:panose1 w:val="02020603050405020304"/>'
        '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
        f"{chinese}</w:fonts>"
    )


def footer_xml(language: str) -> str:
    """Return the footer: `— 1 —` in Chinese documents, `Page 1 of 3` in English ones."""

    def words(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    def number(of: str) -> str:
        return f'<w:fldSimple w:instr=" {of} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    runs = (
        words("— ") + number("PAGE") + words(" —")
        if language == "zh"
        else words("Page ") + number("PAGE") + words(" of ") + number("NUMPAGES")
    )
    return f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p></w:ftr>'


def section_xml(look: Look) -> str:
    """Return the page: A4, the look's margins, our footer."""
    top, right, bottom, left = (round(mm * 56.6929) for mm in look.margins)
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="850" w:footer="{min(1134, bottom - 400)}" w:gutter="0"/></w:sectPr>'
    )


def settings_xml() -> str:
    """Return `word/settings.xml`; no revision marks of a session, no attached template."""
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )
