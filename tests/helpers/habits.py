# SPDX-License-Identifier: MIT
"""The house rules that a linter does not know, as small functions: source in, faults out, a line each.

They take text rather than files, so that a test can plant the fault that each must find.
"""

import ast
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPDX = "# SPDX-License-Identifier: MIT"
FILE_LINES, FILE_WISH, FUNCTION_LINES = 400, 300, 60
# The parts of Qt that a layer may know; the layers that are not here know none.
QT_PARTS = {
    "app": None,
    "gui": None,
    "fetching": {"QtCore", "QtNetwork"},
}
Rule = Callable[[str, str], Iterator[str]]


def kept_files(root: Path = ROOT) -> list[Path]:
    """List the files that the repository keeps or is about to; in a copy without git, all that are there."""
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        return sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    names = listed.stdout.decode("utf-8").split("\0")
    return sorted(root / name for name in set(names) if name and (root / name).is_file())


def sources(*tops: str, root: Path = ROOT) -> list[Path]:
    """List the kept Python files below the named folders."""
    return [path for path in kept_files(root) if path.suffix == ".py" and path.relative_to(root).parts[0] in tops]


def faults(rule: Rule, paths: list[Path], root: Path = ROOT) -> list[str]:
    """Ask one rule of many files; each fault starts with the file's name."""
    return [
        f"{path.relative_to(root).as_posix()}: {fault}"
        for path in paths
        for fault in rule(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    ]


def spdx(name: str, text: str) -> Iterator[str]:
    """The licence stands in the first line of every file that has a line."""
    if text and text.splitlines()[0] != SPDX:
        yield f"the first line is not '{SPDX}'"


def size(name: str, text: str) -> Iterator[str]:
    """A file has at most 400 lines, a function 60 with its decorators and docstring."""
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        yield f"{lines} lines; make it a folder of the same name"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            long = (node.end_lineno or first) - first + 1
            if long > FUNCTION_LINES:
                yield f"{node.name} has {long} lines"


def docstrings(name: str, text: str) -> Iterator[str]:
    """A module says why it exists; a public class or function says what it does, first a whole sentence."""
    tree = ast.parse(text)
    for node in [tree, *_public(tree)]:
        said = ast.get_docstring(node) if text.strip() != SPDX else "Nothing in here."
        what = "the module" if isinstance(node, ast.Module) else node.name
        if not said:
            yield f"{what} has no docstring"
        elif not re.search(r"[.!?:]['’\")]?$", said.split("\n\n")[0].strip()):
            yield f"the docstring of {what} starts with no whole sentence"


def _public(node: ast.AST) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not child.name.startswith("_"):
            # What overrides a method of Qt is described there, and cannot choose its name.
            if not re.match(r"[a-z]+[A-Z]", child.name):
                yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)


def forbidden(name: str, text: str) -> Iterator[str]:
    """No pumping of events, no sleep, no `global`, no `except` that catches all or says nothing."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Global():
                yield f"line {node.lineno}: global"
            case ast.ExceptHandler(type=None):
                yield f"line {node.lineno}: except without a name"
            case ast.ExceptHandler(type=ast.Name(id="Exception" | "BaseException"), body=[ast.Pass()]):
                yield f"line {node.lineno}: an exception swallowed"
            case ast.Name(id="processEvents" | "sleep") | ast.Attribute(attr="processEvents" | "sleep" | "msleep"):
                yield f"line {node.lineno}: {node.id if isinstance(node, ast.Name) else node.attr}"


def late_imports(name: str, text: str) -> Iterator[str]:
    """An import inside a function says why: `# noqa: PLC0415 - reason`."""
    lines = text.splitlines()
    for function in ast.walk(ast.parse(text)):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom) and not re.search(
                    r"# noqa: PLC0415 - \w+", "\n".join(lines[node.lineno - 1 : node.end_lineno])
                ):
                    yield f"line {node.lineno}: an import inside a function without its reason"


def qt_parts(name: str, text: str) -> Iterator[str]:
    """Only gui and app know Qt's windows; fetching its core and network; everyone else nothing of it."""
    layer = Path(name).with_suffix("").parts[1]
    allowed = QT_PARTS.get(layer, set[str]())
    for node in ast.walk(ast.parse(text)):
        for module in _imported(node):
            top, _, rest = module.partition(".")
            if allowed is not None and top in ("PySide6", "qtpy", "shiboken6", "qtawesome"):
                part = rest.split(".")[0] or top
                if part not in allowed:
                    yield f"line {getattr(node, 'lineno', 0)}: {part}"


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom(module="PySide6"):
            return [f"PySide6.{alias.name}" for alias in node.names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case _:
            return []
