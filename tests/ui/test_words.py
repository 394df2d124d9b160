"""Every word that people see can be translated, is translated, and keeps its values."""

import ast
import importlib.util
import re
import string
from pathlib import Path

import pytest

from db.errors import SENTENCES as ENGLISH
from db.errors import UserError
from desktop.ui import words
from desktop.ui.words import STEPS, sentence, step_words, tr

ROOT = Path(__file__).resolve().parents[2]
FILES = [*sorted((ROOT / "desktop" / "ui").rglob("*.py")), ROOT / "desktop" / "app.py"]
SHOWING = {
    "setText", "setToolTip", "setPlaceholderText", "setWindowTitle", "setAccessibleName",
    "setAccessibleDescription", "setTitle", "setInformativeText", "setStatusTip", "setWhatsThis",
    "setHtml", "setPlainText", "addAction", "addMenu", "addTab", "addButton", "QLabel",
    "QPushButton", "QToolButton", "QAction", "QCheckBox", "QRadioButton", "QGroupBox",
    "DeedButton", "show_news", "show_failure", "say",
}  # fmt: skip
NAMES = {"Clausebook", "English", "简体中文", "II.(3).2"}
"""Names, which are the same in every language."""


@pytest.fixture(scope="module")
def translations():
    spec = importlib.util.spec_from_file_location(
        "translations", ROOT / "build" / "translations.py"
    )
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["translations"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["translations"]


def ts(translations, code):
    return translations.load(ROOT / "resources" / "translations" / f"clausebook_{code}.ts")


def fields(text):
    return sorted({name for _t, name, _f, _c in string.Formatter().parse(text) if name})


def test_the_window_holds_the_same_sentences_as_the_console():
    assert words.SENTENCES == ENGLISH


def test_every_step_of_the_history_has_its_words():
    told = set()
    for file in (ROOT / "desktop" / "library").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in (
                "_remember", "_remember_note", "_remember_notes", "_remember_memo", "_replace_notes", "_move",
                "_change_memo", "_add_blocks",
            ):  # fmt: skip
                told |= {c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant)}
    assert {w for w in told if isinstance(w, str)} <= set(STEPS)


def test_a_value_is_filled_in_and_a_sign_that_looks_like_one_is_kept():
    assert tr("Exported to {file}", file="a{b}.docx") == "Exported to a{b}.docx"
    assert sentence(UserError("note-unknown", uid="{x}")) == "There is no note {x}."
    assert step_words("add note") == "add note"


@pytest.mark.parametrize(("count", "said"), [(1, "1 note"), (2, "2 notes"), (0, "0 notes")])
def test_english_counts_like_people_do(english, count, said):
    assert tr("%n notes", n=count) == said


def test_no_word_is_missing_from_the_translations(translations):
    collected = translations.collect(ROOT)
    chinese, english = ts(translations, "zh_CN"), ts(translations, "en")
    assert set(chinese) == set(collected)
    assert set(english) == {t for t, w in collected.items() if w.counted}
    assert [t for t, forms in {**chinese, **english}.items() if not all(forms)] == []


def test_a_translation_keeps_values_counts_and_ellipses(translations):
    for text, forms in ts(translations, "zh_CN").items():
        for form in forms:
            assert fields(form) == fields(text), text
            assert ("%n" in form) == ("%n" in text), text
            assert form.endswith("…") == text.endswith("…") or "(&" in form, text


def test_no_two_actions_of_a_menu_share_a_letter(translations):
    from desktop.ui.actions import LINE, MENUS, SUBMENUS, action_of

    chinese = ts(translations, "zh_CN")
    for _title, names in (*MENUS, *SUBMENUS.values()):
        shown = [
            SUBMENUS[n[2:]][0] if n[:2] == "> " else action_of(n).words for n in names if n != LINE
        ]
        for version in (shown, [chinese.get(w, [w])[0] for w in shown]):
            letters = [m[1].lower() for w in version if (m := re.search("&(.)", w))]
            assert len(letters) == len(set(letters)), version


def literal_words(call):
    """Yield the words that a call shows without asking for a translation."""
    for arg in call.args:
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
            yield arg.value
        elif isinstance(arg, ast.JoinedStr):
            yield "".join(v.value for v in arg.values if isinstance(v, ast.Constant))


def hard_coded(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            if name in SHOWING:
                yield from (w for w in literal_words(node) if re.search(r"[^\W\d_]{2}", w))


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_no_word_is_hard_coded(file):
    found = [
        w for w in hard_coded(ast.parse(file.read_text("utf-8"))) if not any(n in w for n in NAMES)
    ]
    assert found == []


def test_a_hard_coded_word_would_be_found():
    assert list(hard_coded(ast.parse("label.setText('Save'); label.setText(tr('Save'))"))) == [
        "Save"
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_tr_is_given_a_literal_or_a_marked_word(file):
    """A sentence put together by hand is never found by the translators."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr":
            assert not isinstance(node.args[0], (ast.JoinedStr, ast.BinOp, ast.IfExp)), node.lineno
