"""Bytes → text. What a file says of its own encoding is not believed; the bytes are."""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
COMMON = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还"
    "发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工"
    "己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山"
    "五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及"
    "今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资"
    "队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极"
    "令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组"
    "造落视济喜离虽坏兴错且规项章例款施企责域境农村监督查评审批准办法规划第附则"
    "這個們來時為國學對後說過還沒會發經動長現將頭進實開種聲全話兒問機給業間電門東氣關並內產萬無場師書員報馬難張數應車請讓認論資隊帶條"
    "變聯權強轉輕語極黨設雙歷廣議際則據導專觀爭組視濟離興規項與於從點體處總"
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
RUSSIAN = ("cp1251", "koi8-r", "cp866")
RUSSIAN_LETTERS = re.compile("[а-яё]{2,}")
MARKUP = re.compile("<(html|!doctype|body|p)\\b", re.IGNORECASE)
SAMPLE = 200_000


def decode(content: bytes) -> tuple[str, str]:
    """Return the text of a file and the encoding it was read with; a byte-order mark is dropped."""
    for bom, name in BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(name, "replace"), name
    wide = _wide(content)
    if wide:
        return content.decode(wide, "replace"), wide
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        halves = _with_halves(content)
        if halves:
            return halves, "utf-8"
    name = _nearly_utf8(content) or _chinese(content) or _other(content)
    return content.decode(name, "replace"), name


def _with_halves(content: bytes) -> str:
    """Return UTF-8 whose signs were written as halves of UTF-16; a lone half is U+FFFD."""
    try:
        text = content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _wide(content: bytes) -> str:
    """Name UTF-16 without a mark by where its zero bytes (or its CJK high bytes) stand."""
    sample = content[: SAMPLE - SAMPLE % 2]
    if len(sample) < 4 or (len(content) % 2 and len(content) < 64):
        return ""
    even, odd = sample[0::2], sample[1::2]
    for name, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        zeros = high.count(0) / len(high)
        if zeros > 0.2 and low.count(0) < 0.05 * len(low):
            return name
    if 0 in sample or _is_utf8(sample):
        return ""
    for name in ("utf-16-le", "utf-16-be"):
        text = sample.decode(name, "ignore")
        if len(text) > 16 and sum(c in COMMON for c in text) > 0.25 * len(text):
            return name
    return ""


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _nearly_utf8(content: bytes) -> str:
    """Believe UTF-8 with a few bad bytes: a page that was cut or patched."""
    text = content[:SAMPLE].decode("utf-8", "replace")
    good = sum(1 for c in text if ord(c) > 0x7F and c != "\ufffd")
    return "utf-8" if good > 20 * text.count("\ufffd") else ""


def _chinese(content: bytes) -> str:
    """Tell GB18030 from Big5 by how many common characters each reading has."""
    best, name = 0.0, ""
    for each in ("gb18030", "big5hkscs"):
        text = content[:SAMPLE].decode(each, "replace")
        wide = [c for c in text if c > "\x7f"]
        if not wide:
            continue
        share = sum(c in COMMON for c in wide) / len(wide)
        share -= 3 * text.count("\ufffd") / len(wide)
        if share > best:
            best, name = share, each
    return name if best > 0.15 else ""


def _other(content: bytes) -> str:
    """Ask charset-normalizer; Cyrillic is scored by its own words; else Western Europe."""
    high = sum(b > 0x7F for b in content[:SAMPLE])
    if high > 0.3 * min(len(content), SAMPLE):
        russian = {n: _lower_share(content[:SAMPLE].decode(n, "replace")) for n in RUSSIAN}
        name = max(RUSSIAN, key=russian.__getitem__)
        if russian[name] > 0.5:
            return name
    from charset_normalizer import from_bytes

    guess = from_bytes(content[:SAMPLE]).best() if high > 12 else None
    name = guess.encoding if guess is not None else "cp1252"
    if name in ("gb2312", "gbk", "hz"):
        return "gb18030"
    try:
        is_clean = not CONTROL.search(content[:SAMPLE].decode(name, "strict"))
    except (UnicodeDecodeError, LookupError):
        is_clean = False
    return name if is_clean and not name.startswith("cp0") else "cp1252"


def _lower_share(text: str) -> float:
    letters = sum(c.isalpha() and c > "\x7f" for c in text)
    return sum(map(len, RUSSIAN_LETTERS.findall(text))) / letters if letters else 0.0


def is_text(content: bytes) -> bool:
    """Tell whether bytes can be text at all: few control characters once decoded."""
    text = decode(content[:SAMPLE])[0].rstrip("\x00")
    bad = len(CONTROL.findall(text)) + text.count("\ufffd")
    most = 0.1 if MARKUP.search(text[:4000]) else 0.02
    return bad <= most * max(len(text), 50)
