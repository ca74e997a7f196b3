"""The house's order: who may import whom, and what only one place may do."""

import ast
from collections.abc import Iterator
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
    ("project/paths", "project/trace"),
    ("project/dossier", "project/graph"),
    ("project/sources",),
    ("project/loading", "project/redaction"),
    ("project/discovery", "project/family", "project/settings", "project/baseline"),
    ("project/run",),
    ("project/git_changes",),
    ("checking/packs", "checking/report"),
    ("checking/rule",),
    ("rules", "checking/select", "checking/page", "checking/fingerprint", "checking/exemptions", "checking/baseline"),
    ("checking/judge", "checking/place"),
    ("checking/supersede", "checking/verdicts"),
    ("checking/run", "checking/report_schema"),
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


def _unit(module: str) -> str | None:
    """The unit that a file or a module of ours belongs to: the one with the longest name that begins its path."""
    path = module.removesuffix(".py").removesuffix("/__init__") if module.endswith(".py") else module.replace(".", "/")
    known = [unit for row in LAYERS for unit in row if path == unit or path.startswith(f"{unit}/")]
    return max(known, key=len, default=None)


def _ours(name: str) -> dict[str, str | None]:
    """The modules of ours that a file imports, each with its unit; a package's own face needs none."""
    found = {module.removeprefix("samverkan_cli.") for module in _imports(name) if module.startswith("samverkan_cli.")}
    folders = {str(Path(file).parent) for file in FILES}
    modules = {module for module in found if f"{module.replace('.', '/')}.py" in FILES or module.replace(".", "/") in folders}
    return {module: _unit(module) for module in modules if _unit(module) is not None or f"{module.replace('.', '/')}.py" in FILES}


HEIGHT = {unit: number for number, row in enumerate(LAYERS) for unit in row}
FACES = {f"{folder}/__init__.py" for folder in ("project", "checking", "printing")}
"""Rooms that stand in several rows: their own file holds a docstring and nothing else."""


@pytest.mark.parametrize("name", sorted(FILES.keys() - FACES))
def test_every_file_has_a_row(name: str) -> None:
    assert _unit(name) is not None, f"{name} stands in no row of LAYERS"


@pytest.mark.parametrize("name", sorted(FACES))
def test_a_room_in_several_rows_has_an_empty_face(name: str) -> None:
    assert len(_tree(name).body) == 1


def test_every_row_names_what_is_there() -> None:
    assert {unit for row in LAYERS for unit in row} == {_unit(name) for name in FILES.keys() - FACES}


def test_an_unlisted_file_has_no_row() -> None:
    assert _unit("project/odd.py") is None
    assert _unit("odd/odd.py") is None


@pytest.mark.parametrize("name", sorted(FILES.keys() - FACES))
def test_imports_go_one_way(name: str) -> None:
    own = HEIGHT[_unit(name) or ""]
    above = {module for module, unit in _ours(name).items() if unit is not None and HEIGHT[unit] > own}
    assert above == set()


def _in(unit: str | None, wing: tuple[str, ...]) -> bool:
    return unit is not None and unit not in COMMON and unit.split("/")[0] in wing


@pytest.mark.parametrize("name", [name for name in FILES if _in(_unit(name), CHECKING)])
def test_checking_never_meets_printing(name: str) -> None:
    assert not [module for module, unit in _ours(name).items() if _in(unit, PRINTING)]


@pytest.mark.parametrize("name", [name for name in FILES if _in(_unit(name), PRINTING)])
def test_printing_never_meets_checking(name: str) -> None:
    assert not [module for module, unit in _ours(name).items() if _in(unit, CHECKING)]


@pytest.mark.parametrize("name", [name for name in FILES if _unit(name) == "reporters"])
def test_reporters_do_not_know_the_rules(name: str) -> None:
    assert {"rules", "checking/rule", "checking/run", "models", "project/discovery"}.isdisjoint(_ours(name).values())


@pytest.mark.parametrize("name", FILES)
def test_walls(name: str) -> None:
    libraries = {found.split(".")[0] for found in _imports(name)}
    for library, homes in WALLS.items():
        if library in libraries:
            assert name.startswith(homes), f"{library} belongs in {', '.join(homes) or 'no file'}"


FORBIDDEN = {"print", "read_text", "read_bytes", "open", "now", "today", "utcnow", "exit", "input"}
RIM = {
    "open": ("api.py", "project/sources.py", "reporters/outputs.py", "printing/render/", "cli/", "text/atomic_write.py"),
    "read_text": ("cli/", "printing/render/", "scaffold/"),
    "read_bytes": ("cli/", "printing/render/", "scaffold/", "text/atomic_write.py"),
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


INTROSPECTION = {"model_fields", "get_args", "get_origin", "get_type_hints", "__annotations__", "rebuild_annotation", "FieldInfo"}
"""What looks into a model. Everybody else asks ``models/keys``."""
INTROSPECTS = {"models/keys.py", "models/kinds.py"}


def _names(name: str) -> set[str]:
    tree = list(ast.walk(_tree(name)))
    imported = {alias.name for node in tree if isinstance(node, ast.ImportFrom) for alias in node.names}
    return imported | {node.attr for node in tree if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("name", sorted(FILES.keys() - INTROSPECTS))
def test_only_the_keys_look_into_a_model(name: str) -> None:
    assert INTROSPECTION.isdisjoint(_names(name))


@pytest.mark.parametrize("name", sorted(INTROSPECTS))
def test_those_that_may_look_into_a_model_do(name: str) -> None:
    assert INTROSPECTION.intersection(_names(name))
