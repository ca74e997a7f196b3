"""The house's order: who may import whom, and what only one place may do."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "samverkan_cli"
FILES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}

LAYERS = (
    ("__init__", "errors", "resources", "diagnostics", "swedish"),
    ("text",),
    ("yaml",),
    ("models",),
    ("validation",),
    ("project/paths", "project/rings", "project/svg"),
    ("project/pictures",),
    ("project/dossier", "project/faulted", "project/graph", "project/latest", "project/owner", "project/pieces"),
    ("project/interval", "project/periods", "project/margin", "project/progress"),
    ("project/due",),
    ("project/trace",),
    ("project/sources",),
    ("project/loading", "project/redaction", "project/sightings"),
    ("project/exclusion", "project/discovery", "project/family", "project/settings", "project/baseline"),
    ("project/run",),
    ("project/git_changes", "project/git_index"),
    ("checking/packs", "checking/report"),
    ("checking/rule",),
    ("rules", "checking/concerns", "checking/select", "checking/page", "checking/fingerprint", "checking/exemptions", "checking/baseline"),
    ("checking/judge", "checking/place"),
    ("checking/supersede", "checking/verdicts"),
    ("checking/run", "checking/stopped", "checking/report_schema"),
    ("reporters", "printing/figures"),
    ("printing/views",),
    ("printing/render", "scaffold"),
    ("api",),
    ("publication",),
    ("lsp",),
    ("preview",),
    ("cli", "__main__"),
)
"""From the ground to the roof: what stands in a row may import its row and those above it. Every file belongs to one of these units."""

CHECKING = ("checking", "rules", "reporters")
PRINTING = ("printing",)
COMMON = ("checking/packs", "checking/report")
"""What both wings speak of: the report and its points."""

WALLS = {
    "yaml": ("yaml/",),
    "pydantic": ("models/", "validation/", "checking/report.py"),
    "pydantic_core": ("models/", "validation/"),
    "typer": ("cli/",),
    "click": (),
    "rich": ("cli/", "reporters/terminal.py"),
    "jinja2": ("printing/render/",),
    "markdown_it": ("printing/render/",),
    "ruamel": ("yaml/emit.py",),
    "filelock": ("text/one_writer.py",),
    "pathspec": ("text/ignore_patterns.py",),
    "PIL": ("printing/render/shrink.py",),
}
"""Third-party libraries, and the only places that may know them."""


@cache
def _tree(name: str) -> ast.Module:
    return ast.parse(FILES[name].read_text(encoding="utf-8"))


@cache
def _nodes(name: str) -> tuple[ast.AST, ...]:
    """Everything that stands in a file. All the tests here walk over all the files."""
    return tuple(ast.walk(_tree(name)))


def _imports(name: str) -> Iterator[str]:
    for node in _nodes(name):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def _unit(module: str) -> str | None:
    """The unit that a file or a module of ours belongs to: the one with the longest name that begins its path."""
    path = module.removesuffix(".py").removesuffix("/__init__") if module.endswith(".py") else module.replace(".", "/")
    known = [unit for row in LAYERS for unit in row if path == unit or path.startswith(f"{unit}/")]
    return max(known, key=len, default=None)


@cache
def _ours(name: str) -> dict[str, str | None]:
    """The modules of ours that a file imports, each with its unit; a package's own face needs none."""
    found = {module.removeprefix("samverkan_cli.") for module in _imports(name) if module.startswith("samverkan_cli.")}
    modules = {module for module in found if f"{module.replace('.', '/')}.py" in FILES or module.replace(".", "/") in FOLDERS}
    return {module: _unit(module) for module in modules if _unit(module) is not None or f"{module.replace('.', '/')}.py" in FILES}


FOLDERS = {str(Path(file).parent) for file in FILES}
HEIGHT = {unit: number for number, row in enumerate(LAYERS) for unit in row}
FACES = {f"{folder}/__init__.py" for folder in ("project", "checking", "printing")}
"""Rooms that stand in several rows: their own file holds a docstring and nothing else."""


def test_every_file_has_a_row() -> None:
    assert [name for name in sorted(FILES.keys() - FACES) if _unit(name) is None] == [], "these stand in no row of LAYERS"


@pytest.mark.parametrize("name", sorted(FACES))
def test_a_room_in_several_rows_has_an_empty_face(name: str) -> None:
    assert len(_tree(name).body) == 1


def test_every_row_names_what_is_there() -> None:
    assert {unit for row in LAYERS for unit in row} == {_unit(name) for name in FILES.keys() - FACES}


def test_an_unlisted_file_has_no_row() -> None:
    assert _unit("project/odd.py") is None
    assert _unit("odd/odd.py") is None


def test_imports_go_one_way() -> None:
    listed = {name: unit for name in sorted(FILES.keys() - FACES) if (unit := _unit(name)) is not None}
    for name, own in listed.items():
        above = {module for module, unit in _ours(name).items() if unit is not None and HEIGHT[unit] > HEIGHT[own]}
        assert above == set(), f"{name} imports what stands below it in LAYERS"


def _in(unit: str | None, wing: tuple[str, ...]) -> bool:
    return unit is not None and unit not in COMMON and unit.split("/")[0] in wing


@pytest.mark.parametrize(("wing", "other"), [(CHECKING, PRINTING), (PRINTING, CHECKING)], ids=["checking", "printing"])
def test_checking_and_printing_never_meet(wing: tuple[str, ...], other: tuple[str, ...]) -> None:
    files = [name for name in FILES if _in(_unit(name), wing)]
    assert len(files) > 10
    assert [(name, module) for name in files for module, unit in _ours(name).items() if _in(unit, other)] == []


def test_reporters_do_not_know_the_rules() -> None:
    files = [name for name in FILES if _unit(name) == "reporters"]
    assert len(files) > 10
    for name in files:
        assert {"rules", "checking/rule", "checking/run", "models", "project/discovery"}.isdisjoint(_ours(name).values()), name


def test_walls() -> None:
    for name in FILES:
        libraries = {found.split(".")[0] for found in _imports(name)}
        for library, homes in WALLS.items():
            if library in libraries:
                assert name.startswith(homes), f"{name}: {library} belongs in {', '.join(homes) or 'no file'}"


FORBIDDEN = {"print", "read_text", "read_bytes", "open", "now", "today", "utcnow", "exit", "input"}
RIM = {
    "open": (
        "api.py",
        "project/sources.py",
        "reporters/outputs.py",
        "printing/render/",
        "cli/",
        "text/atomic_write.py",
        "text/one_writer.py",
    ),
    "read_text": ("cli/", "printing/render/", "scaffold/"),
    "read_bytes": ("cli/", "printing/render/", "scaffold/", "text/atomic_write.py"),
    "now": ("cli/common.py",),
    "exit": ("cli/__init__.py",),
}
"""What touches the world, and where it may: reading in one place, the clock in one, the exit in one."""


def test_the_world_is_met_at_the_rim() -> None:
    for name, node in ((file, node) for file in FILES for node in _nodes(file)):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        called = function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
        if called in FORBIDDEN and not (called in ("print", "input") and isinstance(function, ast.Attribute)):
            assert name.startswith(RIM.get(called, ())), f"{name}:{node.lineno} calls {called}"


INTROSPECTION = {"model_fields", "get_args", "get_origin", "get_type_hints", "__annotations__", "rebuild_annotation", "FieldInfo"}
"""What looks into a model. Everybody else asks ``models/keys``."""
INTROSPECTS = {"models/keys.py", "models/kinds.py"}


def _names(name: str) -> set[str]:
    tree = _nodes(name)
    imported = {alias.name for node in tree if isinstance(node, ast.ImportFrom) for alias in node.names}
    return imported | {node.attr for node in tree if isinstance(node, ast.Attribute)}


def test_only_the_keys_look_into_a_model() -> None:
    for name in sorted(FILES.keys() - INTROSPECTS):
        assert INTROSPECTION.isdisjoint(_names(name)), name
    for name in sorted(INTROSPECTS):
        assert INTROSPECTION.intersection(_names(name)), f"{name} no longer needs to"
