"""What a key was called before is read for ever, as what it is called now, and never written."""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from samverkan_cli.models import DOCUMENT_TYPES, Document
from samverkan_cli.models.base import Node
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.json_schema import combined_schema, document_schema
from samverkan_cli.models.keys import Key, key_at, keys_of, reachable, spellings
from samverkan_cli.scaffold.kinds import KINDS
from samverkan_cli.validation.fixes import fixed
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml import tree
from samverkan_cli.yaml.reader import is_ours, read
from support.mutations import full
from support.packages import ROOT, copy, judge

OLDER = ROOT / "tests" / "data" / "older"
HEAD = "samverkan: 1\ntyp: åtgärdsplan\n"
WRITTEN = {
    "dokument": ("{}: nej\n", ("published",)),
    "kontakt": ("kontakter:\n  - {{part: kommun, {}: nej}}\n", ("contacts", "published")),
    "rapport": ("bygger_på:\n  - part: polis\n    {}: nej\n", ("builds_on", "published")),
    "ersätter": ("ersätter: {{titel: Förr, {}: nej}}\n", ("replaces", "published")),
}
BOTH = [("publiceras", "offentlig"), ("offentlig", "publiceras")]


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(combined_schema() if name == "samverkan" else document_schema(name))


def loaded(text: str) -> tuple[tree.Document, Document, list[tree.Fault]]:
    model, document = build(read("plan.yaml", (HEAD + text).encode()))
    assert model is not None
    return document, model, [*document.faults]


def marked(model: Document, names: tuple[str, ...]) -> Node:
    found: Node = model
    for name in names[:-1]:
        value = getattr(found, name)
        found = value[0] if isinstance(value, tuple) else value
    return found


def test_what_has_been_called_something_else() -> None:
    former = {(key.key, old) for model in reachable(*DOCUMENT_TYPES.values()) for key in keys_of(model).values() for old in key.formerly}
    assert former == {("publiceras", "offentlig")}


def test_every_key_of_that_name_has_been_called_so() -> None:
    for model in reachable(*DOCUMENT_TYPES.values()):
        read_as = spellings(model)
        assert len(read_as) == len(keys_of(model)) + sum(len(key.formerly) for key in keys_of(model).values()), "no name means two things"
        assert ("publiceras" in keys_of(model)) == ("offentlig" in read_as)


def test_a_former_key_is_found_but_not_listed() -> None:
    old, new = key_at(ContentDocument, "kontakter", "offentlig"), key_at(ContentDocument, "kontakter", "publiceras")
    assert isinstance(old, Key) and old == new
    assert "offentlig" not in keys_of(ContentDocument)


@pytest.mark.parametrize("where", WRITTEN)
def test_the_old_key_is_read_as_the_new_one(where: str) -> None:
    text, names = WRITTEN[where]
    (old, before, faults), (new, now, others) = loaded(text.format("offentlig")), loaded(text.format("publiceras"))
    assert faults == others == []
    assert before == now
    node = marked(before, names)
    assert getattr(node, "published") is False  # noqa: B009
    place, same = node.at("published"), marked(now, names).at("published")
    assert place == same
    span = old.span(place.path)
    assert (span.line, span.column) == (new.span(same.path).line, new.span(same.path).column - 1)
    assert old.text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == "nej"


@pytest.mark.parametrize(("text", "column"), [("offentlig: kanske", 12), ("publiceras: kanske", 13)])
def test_a_wrong_value_is_found_where_it_stands(text: str, column: int) -> None:
    _, _, (fault,) = loaded(text)
    assert (fault.code, fault.span.line, fault.span.column) == ("FIL06", 3, column)


@pytest.mark.parametrize("keys", BOTH)
@pytest.mark.parametrize(
    ("values", "counts"),
    [(("nej", "nej"), False), (("ja", "ja"), True), (("ja", "nej"), False), (("nej", "ja"), False), (("", "nej"), False), (("ja", "Nej"), False),
     (("kanske", "nej"), False), (("", ""), None)],
)  # fmt: skip
@pytest.mark.parametrize("where", ["dokument", "kontakt"])
def test_both_at_once_is_a_doubled_key_and_what_protects_counts(
    where: str, values: tuple[str, str], counts: bool | None, keys: tuple[str, str]
) -> None:
    rows = [f"{key}: {value}".rstrip() for key, value in zip(keys, values, strict=True)]
    text = "\n".join(rows) if where == "dokument" else "kontakter:\n  - part: kommun\n    " + "\n    ".join(rows)
    document, model, faults = loaded(text)
    (fault,) = [one for one in faults if one.code == "FIL04"]
    assert f"”{keys[0]}” och ”{keys[1]}” är samma nyckel" in fault.message
    assert "Behåll bara ”publiceras”" in fault.help
    row = document.text.split("\n")[fault.span.line - 1]
    assert row[fault.span.column - 1 : fault.span.end_column - 1] == keys[1]
    assert fault.related[0][0].line == fault.span.line - 1
    assert (model if where == "dokument" else model.contacts[0]).published is counts  # type: ignore[attr-defined]
    assert {one.code for one in faults} <= {"FIL04", "FIL06"}


@pytest.mark.parametrize("key", ["offentligt", "offentlg", "Offentlig", "publicera", "publiseras"])
def test_a_misspelt_key_is_told_the_new_word(key: str) -> None:
    _, model, (fault,) = loaded(f"{key}: nej")
    assert (fault.code, fault.message) == ("FIL05", f"nyckeln ”{key}” finns inte; den heter ”publiceras”")
    assert model.published is False  # type: ignore[attr-defined]
    _, _, (fault,) = loaded(f"offentlig: ja\n{key}: nej")
    assert (fault.code, fault.message) == ("FIL05", f"nyckeln ”{key}” finns inte; den heter ”publiceras”, som redan står här")


def test_an_old_key_without_a_space_after_its_colon() -> None:
    _, model, (fault,) = loaded("kontakter:\n  - {part: kommun, offentlig:nej}")
    assert (fault.code, fault.help) == ("FIL05", "Skriv  publiceras: nej")
    assert model.contacts[0].published is False  # type: ignore[attr-defined]


def test_an_old_key_below_a_misspelt_one() -> None:
    _, model, (fault,) = loaded("kontakte:\n  - {part: kommun, offentlig: nej}")
    assert fault.code == "FIL05"
    assert model.contacts[0].published is False  # type: ignore[attr-defined]


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize(
    ("text", "cured"),
    [
        ("offentlig: nej\n", "offentlig: nej\n"),
        ("offentligt: nej\n", "publiceras: nej\n"),
        ("publiceras: nej\noffentlig: ja\n", "publiceras: nej\noffentlig: ja\n"),
        ("publiceras: ja\noffentlig: nej\n", "publiceras: ja\noffentlig: nej\n"),
        ("publiceras: nej\noffentlig: nej\n", "publiceras: nej\n"),
    ],
)
def test_a_cure_never_writes_the_old_word_nor_takes_away_what_protects(text: str, cured: str, unsafe: bool) -> None:
    raw, _ = fixed("plan.yaml", (HEAD + text).encode(), unsafe=unsafe)
    assert raw.decode() == HEAD + (cured if unsafe or "FIL04" not in [fault.code for fault in loaded(text)[2]] else text)


def test_nothing_that_is_written_for_anybody_has_the_old_word() -> None:
    old = re.compile(r"\boffentlig\s*:")
    folders = ("templates", "examples", "src", "docs")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in (".yaml", ".md", ".jinja", ".py", ".html")]
    assert len(files) > 200
    assert [path for path in files if old.search(path.read_text(encoding="utf-8"))] == []
    assert all("published" not in kind.model.model_fields for kind in KINDS), "``new`` never asks for it"


@pytest.mark.parametrize("name", ["samverkan", *DOCUMENT_TYPES])
def test_the_schemas_say_so(name: str) -> None:
    schema = validator(name).schema
    mappings = [one["properties"] for one in (schema, *schema["$defs"].values()) if "publiceras" in one.get("properties", {})]
    assert mappings or name == "inställningar"
    for properties in mappings:
        old, new = properties["offentlig"], properties["publiceras"]
        assert old["deprecated"] is True and old["doNotSuggest"] is True and "deprecated" not in new
        assert old["description"] == f"Heter nu publiceras. {new['description']}"
        assert old["enum"] == new["enum"]


@pytest.mark.parametrize("kind", [kind for kind, model in DOCUMENT_TYPES.items() if issubclass(model, ContentDocument)])
@pytest.mark.parametrize("keys", [("offentlig",), ("publiceras",), *BOTH])
@pytest.mark.parametrize("value", ["nej", "kanske", ""])
def test_the_schemas_and_the_models_agree(kind: str, keys: tuple[str, ...], value: str) -> None:
    rows = "".join(f"{key}: {value}\n" for key in keys)
    contact = "kontakter:\n  - {part: kommun, " + ", ".join(f"{key}: {value}" for key in keys) + "}\n"
    for text in (rows, contact):
        document = read("prov.yaml", f"samverkan: 1\ntyp: {kind}\n{text}".encode())
        accepted = not build(document)[1].faults
        assert accepted is (len(keys) == 1 and value != "kanske")
        marks = dict.fromkeys(keys, value or None)
        values = {"samverkan": 1, "typ": kind, **(marks if text is rows else {"kontakter": [{"part": "kommun", **marks}]})}
        assert [validator(name).is_valid(values) for name in ("samverkan", kind)] == [accepted] * 2
    assert "offentlig" not in full(DOCUMENT_TYPES[kind])


def test_files_that_were_written_before_are_read_as_if_they_were_written_now(tmp_path: Path) -> None:
    """``data/older`` is never written anew: each folder is what a reader of the program once had on the disk."""
    old = copy(OLDER / "offentlig", tmp_path / "förr")
    new = Path(shutil.copytree(old, tmp_path / "nu" / "paket"))
    (new.parent / ".git").mkdir()
    changed = 0
    for file in new.rglob("*.yaml"):
        assert is_ours(file.read_bytes())
        text, count = re.subn(r"\boffentlig: ", "publiceras: ", file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")
        changed += count
    assert changed == 5

    def said(folder: Path) -> list[tuple[str, str, str, int]]:
        return [(one.code, one.message, one.file, one.span.line) for one in judge(folder).diagnostics]

    assert said(old) == said(new)
    assert not [code for code, *_ in said(old) if code.startswith("FIL")]


def test_a_demand_may_name_a_key_as_it_was_called(tmp_path: Path) -> None:
    """What an agreement demands of those below is no different for that the key is called something else."""
    for word in ("offentlig", "publiceras"):
        folder = tmp_path / word
        (folder / "del").mkdir(parents=True)
        (folder / ".git").mkdir()
        (folder / "agreement.yaml").write_text(
            "samverkan: 1\ntyp: överenskommelse\nid: hel\ndelar: [{fil: del/agreement.yaml}]\n"
            f"krav_på_delar: [{{id: K1, lydelse: Märkt., avsnitt: {word}}}]\n",
            encoding="utf-8",
        )
        (folder / "del" / "agreement.yaml").write_text(
            "samverkan: 1\ntyp: överenskommelse\nid: del\ndel_av: {fil: ../agreement.yaml}\npubliceras: ja\n", encoding="utf-8"
        )
        assert not [one for one in judge(folder).diagnostics if one.code == "FAM01"]
