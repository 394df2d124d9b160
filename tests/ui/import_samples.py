"""Small laws and plans as files, for the tests of the import."""

LAW = """数据管理条例

（2024年5月1日通过）

第一章 总则

第一条 为了规范数据管理，制定本条例。

第二条 本条例适用于本省。数据应当登记。

第二章 附则

第三条 本条例自2024年6月1日起施行。
"""
REVISED = LAW.replace("本条例适用于本省。", "本条例适用于本省和自治区。")
GAP = LAW.replace("第三条", "第五条")


def other_law(number):
    """Return a law like no other."""
    words = "".join(chr(0x4E00 + number * 37 + i) for i in range(12))
    return LAW.replace("数据管理条例", f"{words}条例").replace("登记", words).replace("规范", words)


def write(folder, name, text):
    """Write a file and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file
