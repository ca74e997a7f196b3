"""The house's order: who may import whom, and what only one place may do."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "samverkan_cli"
FILES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}

LAYERS = (
    ("errors", "resources", "diagnostics", "swedish", "spelling"),
    ("document", "syntax", "reading"),
    ("models", "references", "shape_errors", "shape", "schema_export"),
    ("points", "report", "dossier"),
    ("paths", "shelf"),
    ("loading",),
    ("workspace", "family"),
    ("rule", "settings"),
    ("rules", "page"),
    ("exemptions", "fingerprint", "check"),
    ("report_schema", "reporters"),
    ("cli",),
)
"""From the ground to the roof. What stands in a row may import its row and those above it. Other modules stand beside these."""

CHECKING = ("rule", "rules", "check", "exemptions", "fingerprint", "reporters", "page")
PRINTING = ("views", "figures", "render")

WALLS = {
    "yaml": ("reading.py", "syntax.py", "writing/"),
    "pydantic": ("models/", "shape.py", "shape_errors.py", "schema_export.py", "editor/fields.py"),
    "pydantic_core": ("models/", "shape.py"),
    "typer": ("cli/",),
    "click": (),
    "rich": ("cli/", "reporters/terminal.py"),
    "jinja2": ("render/",),
    "markdown_it": ("render/",),
    "ruamel": ("writing/", "cli/"),
}
"""Third-party libraries, and the only places that may know them."""


def _tree(name: str) -> ast.Module:
    return ast.parse(FILES[name].read_text(encoding="utf-8"))


def _imports(name: str) -> Iterator[str]:
    for node in ast.walk(_tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _ours(name: str) -> set[str]:
    """The modules of ours directly below the package that a file imports."""
    return {parts[1] for found in _imports(name) if (parts := found.split("."))[0] == "samverkan_cli" and len(parts) > 1}


def _home(name: str) -> str:
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


@pytest.mark.parametrize("name", FILES)
def test_imports_go_one_way(name: str) -> None:
    height = {module: number for number, row in enumerate(LAYERS) for module in row}
    if _home(name) in height:
        above = {module for module in _ours(name) if height.get(module, -1) > height[_home(name)]}
        assert above == set()


@pytest.mark.parametrize("name", [name for name in FILES if _home(name) in CHECKING])
def test_checking_never_meets_printing(name: str) -> None:
    assert _ours(name).isdisjoint(PRINTING)


@pytest.mark.parametrize("name", [name for name in FILES if _home(name) in PRINTING])
def test_printing_never_meets_checking(name: str) -> None:
    assert _ours(name).isdisjoint(CHECKING)


@pytest.mark.parametrize("name", [name for name in FILES if _home(name) == "reporters"])
def test_reporters_do_not_know_the_rules(name: str) -> None:
    assert _ours(name).isdisjoint({"rules", "check", "models", "workspace"})


@pytest.mark.parametrize("name", FILES)
def test_walls(name: str) -> None:
    libraries = {found.split(".")[0] for found in _imports(name)}
    for library, homes in WALLS.items():
        if library in libraries:
            assert name.startswith(homes), f"{library} belongs in {', '.join(homes) or 'no file'}"


FORBIDDEN = {"print", "read_text", "read_bytes", "open", "now", "today", "utcnow", "exit", "input"}
RIM = {
    "open": ("shelf.py", "render/", "cli/", "writing/"),
    "read_text": ("cli/", "render/", "writing/"),
    "read_bytes": ("cli/", "render/", "writing/"),
    "now": ("cli/common.py",),
    "exit": ("cli/__init__.py",),
}
"""What touches the world, and where it may: reading in one place, the clock in one, the exit in one."""


@pytest.mark.parametrize("name", FILES)
def test_the_world_is_met_at_the_rim(name: str) -> None:
    for node in ast.walk(_tree(name)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        called = function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
        if called in FORBIDDEN and not (called in ("print", "input") and isinstance(function, ast.Attribute)):
            assert name.startswith(RIM.get(called, ())), f"{name}:{node.lineno} calls {called}"
