# SPDX-License-Identifier: MIT
"""The house rules hold in every file, and each rule finds the fault that is planted for it."""

import pytest

from tests.helpers import habits

HEAD = '# SPDX-License-Identifier: MIT\n"""Say why this is here."""\n'
# Which rule holds where.
RULES = [
    (habits.spdx, ("eqbrief", "tests", "main.py")),
    (habits.size, ("eqbrief", "tests")),
    (habits.docstrings, ("eqbrief",)),
    (habits.forbidden, ("eqbrief",)),
    (habits.late_imports, ("eqbrief",)),
    (habits.qt_parts, ("eqbrief",)),
]
# A rule, a source that breaks it, what it must say.
PLANTED = [
    (habits.spdx, '"""Why."""\n', "the first line is not"),
    (habits.size, HEAD + "x = 1\n" * 400, "402 lines"),
    (habits.size, HEAD + "@cached\ndef long():\n" + "    x = 1\n" * 59, "long has 61 lines"),
    (habits.docstrings, "import os\n", "the module has no docstring"),
    (habits.docstrings, HEAD + "def find(): ...", "find has no docstring"),
    (habits.docstrings, HEAD + "class A:\n  'A thing.'\n  def find(self): ...", "find has no docstring"),
    (habits.docstrings, HEAD + "def find():\n  'finds'", "find starts with no whole sentence"),
    (habits.forbidden, "import time\ntime.sleep(1)", "line 2: sleep"),
    (habits.forbidden, "sleep(1)", "line 1: sleep"),
    (habits.forbidden, "app.processEvents()", "line 1: processEvents"),
    (habits.forbidden, "def f():\n  global x", "line 2: global"),
    (habits.forbidden, "try: f()\nexcept: print()", "line 2: except without a name"),
    (habits.forbidden, "try: f()\nexcept Exception: pass", "line 2: an exception swallowed"),
    (habits.late_imports, "def f():\n  import csv  # noqa: PLC0415", "line 2: an import"),
]
QT = [
    ("store/library.py", "from PySide6.QtCore import QObject", ["line 1: QtCore"]),
    ("tasks/adding.py", "import PySide6.QtGui", ["line 1: QtGui"]),
    ("fetching/queue.py", "from PySide6 import QtNetwork, QtWidgets", ["line 1: QtWidgets"]),
    ("cli/verbs.py", "import qtawesome", ["line 1: qtawesome"]),
    ("gui/window.py", "from PySide6.QtWidgets import QMainWindow", []),
    ("app.py", "from PySide6.QtWidgets import QApplication", []),
    ("fetching/queue.py", "from PySide6.QtNetwork import QNetworkReply", []),
]


@pytest.mark.parametrize(("rule", "tops"), RULES, ids=lambda value: getattr(value, "__name__", ""))
def test_rule_holds(rule, tops: tuple[str, ...]) -> None:
    paths = habits.sources(*tops)
    assert {path.relative_to(habits.ROOT).parts[0] for path in paths} == set(tops)
    assert habits.faults(rule, paths) == []


@pytest.mark.parametrize(("rule", "planted", "said"), PLANTED)
def test_rule_finds_a_planted_fault(rule, planted: str, said: str) -> None:
    found = list(rule("eqbrief/planted.py", planted))
    assert len(found) == 1
    assert said in found[0]


@pytest.mark.parametrize(("name", "text", "said"), QT)
def test_parts_of_qt_are_told_apart(name: str, text: str, said: list[str]) -> None:
    assert list(habits.qt_parts(f"eqbrief/{name}", text)) == said
