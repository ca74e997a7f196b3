"""Our schema in yaml-language-server, which most editors use for YAML: it completes and reports."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import need
from support.editor import Editor

ROOT = Path(__file__).parents[2]
NODE_MODULES = Path(os.environ.get("SAMVERKAN_NODE_MODULES") or ROOT / "tests" / "render" / "node_modules")
SCHEMA = (ROOT / "schemas" / "samverkan.schema.json").as_uri()
SETTINGS = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}, "schemas": {SCHEMA: "*.yaml"}}
HEAD = "samverkan: 1\ntyp: åtgärdsplan\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """yaml-language-server with our schema."""
    program = next((str(path) for path in (NODE_MODULES / ".bin" / "yaml-language-server",) if path.exists()), None)
    program = program or shutil.which("yaml-language-server")
    if program is None or shutil.which("node") is None:
        need.missing("the node package yaml-language-server")
    with Editor(tmp_path_factory.mktemp("yls"), program, "--stdio", options={"yaml": SETTINGS}) as running:
        running.tell("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})
        yield running


def messages(server: Editor, name: str) -> list[str]:
    """What it reports."""
    return [found["message"] for found in server.findings.get(server.uri(name), [])]


def test_it_reports_with_our_schema(server: Editor) -> None:
    server.open("plan.yaml", HEAD + "färg: blå\nmål:\n  - typ: effekkt\n    id: M1\ndatum: 2018/12/12\n")
    server.until("plan.yaml", 3)
    said = "\n".join(messages(server, "plan.yaml"))
    assert "färg" in said and "effekt" in said


def test_it_has_nothing_against_the_example(server: Editor) -> None:
    for file in sorted((ROOT / "examples" / "huddinge").rglob("*.yaml")):
        rows = file.read_text(encoding="utf-8").split("\n")
        server.open(file.name, "\n".join(row for row in rows if "yaml-language-server" not in row))
        server.until(file.name, 0)
        assert messages(server, file.name) == [], file.name


def test_it_completes_keys_and_closed_lists(server: Editor) -> None:
    server.open("mål.yaml", HEAD + "mål:\n  - id: M1\n    \n")
    found = server.ask("textDocument/completion", server.at("mål.yaml", "id: M1\n    "))
    items = {item["label"]: item for item in found["items"]}
    assert {"lydelse", "indikator", "typ"} <= set(items)
    assert "Målet med en mening" in str(items["lydelse"].get("documentation"))
    server.write("mål.yaml", HEAD + "mål:\n  - id: M1\n    typ: \n")
    found = server.ask("textDocument/completion", server.at("mål.yaml", "    typ: "))
    assert {"effekt", "process", "produktion"} <= {item["label"] for item in found["items"]}


def test_a_former_key_is_accepted_and_not_offered(server: Editor) -> None:
    server.open("förr.yaml", HEAD + "offentlig: nej\n")
    server.until("förr.yaml", 0)
    assert messages(server, "förr.yaml") == []
    server.open("nu.yaml", HEAD + "\n")
    labels = {item["label"] for item in server.ask("textDocument/completion", server.at("nu.yaml", HEAD))["items"]}
    assert "publiceras" in labels and "offentlig" not in labels


def test_it_tells_what_a_key_means(server: Editor) -> None:
    server.open("nyckel.yaml", HEAD + "mål:\n  - id: M1\n    lydelse: Färre\n")
    told = server.ask("textDocument/hover", server.at("nyckel.yaml", "    lyd", "else"))
    assert "Målet med en mening" in str(told)
