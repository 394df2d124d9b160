"""Make the font that is carried: `python build/fonts.py NotoSansSC_400Regular.ttf`.

Noto Sans SC (SIL Open Font License 1.1, no reserved name "Noto") comes in the npm package
`@expo-google-fonts/noto-sans-sc` 0.4.3, folder `400Regular`. Of its 30,890 characters those of GB
2312, the general signs and the Chinese and Western letters stay: 2.4 MB instead of 10.6. It needs
fonttools (4.60 or newer); the result is in the sources, so that nobody has to run this.
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts" / "NotoSansSC-Clausebook.ttf"
LETTERS = [(0x20, 0x2E80), (0x3000, 0x3100), (0xFF00, 0xFFF0)]


def characters() -> set[int]:
    """Return the code points that are carried, whether the font has them or not."""
    chosen = {code for begin, end in LETTERS for code in range(begin, end)}
    for code in range(0x3400, 0xA000):
        try:
            chr(code).encode("gb2312")
        except UnicodeEncodeError:
            continue
        chosen.add(code)
    return chosen | {ord(c) for c in EXTRA}


EXTRA = "镕喆玥堃珺甯昇祎赟翀淼浬嗣囍囧瞭徵乾锺碁氹堺砼瀚垚犇骉焱燚淦屾牪鍂螣鹮"
"""Signs beyond GB 2312 that stand in names of people and places today."""


def main(source: Path) -> None:
    """Write the smaller font."""
    from fontTools import subset  # type: ignore[import-not-found]
    from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["ccmp", "kern", "locl", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=characters() & set(font.getBestCmap()))
    chosen.subset(font)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    font.save(TARGET)
    print(f"{TARGET}: {len(font.getBestCmap())} characters, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
