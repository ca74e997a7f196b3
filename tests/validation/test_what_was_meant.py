"""A key or a value that has the wrong shape: where the fault stands, what is read instead, which words are lost, and what can be written."""

import pytest

from samverkan_cli.diagnostics import Insertion, Removal, Replacement
from samverkan_cli.models import ActionPlan, Agreement
from samverkan_cli.validation.document_type import meant
from samverkan_cli.validation.messages import as_yaml
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Fault, data

HEAD = "samverkan: 1\ntyp: överenskommelse\n"
Path = tuple[str | int, ...]


def _built(text: str, head: str = HEAD) -> tuple[object, tuple[Fault, ...]]:
    """What the file is read as, without its two first keys, and its faults."""
    _, document = build(read("a.yaml", (head + text).encode("utf-8")))
    values = data(document.tree) if document.tree is not None else None
    return {key: value for key, value in values.items() if key not in ("samverkan", "typ")} if isinstance(
        values, dict
    ) else values, document.faults


def _changes(fault: Fault) -> list[tuple[int, int, str]]:
    """What its fixes do: line, column, and what is written there."""
    found = []
    for fix in fault.fixes:
        for change in fix.changes:
            assert not isinstance(change, Insertion)
            span, text = (change.key, "") if isinstance(change, Removal) else (change.span, change.text)
            found.append((span.line, span.column, text))
    return found


@pytest.mark.parametrize(
    ("text", "path", "column", "read_as", "changes"),
    [
        ("dokumentation: {vemm: {ansvarig: {funktion: x}}}\n", ("dokumentation", "vem"), 17, {"dokumentation": {"vem": {"ansvarig": {"funktion": "x"}}}}, [(3, 17, "vem")]),
        ("åtgärder: [{id: Å1}, {id: Å2, hurr: X}]\n", ("åtgärder", 1, "hur"), 31, {"åtgärder": [{"id": "Å1"}, {"id": "Å2", "hur": "X"}]}, [(3, 31, "hur")]),
        ("åtgärder: [{id: Å1, hur: A, hurr: X}]\n", ("åtgärder", 0, "hurr"), 29, {"åtgärder": [{"id": "Å1", "hur": "A"}]}, []),
        ("åtgärder: [{vad: Vuxna, barn och unga}]\n", ("åtgärder", 0, "vad"), 25, {"åtgärder": [{"vad": "Vuxna, barn och unga"}]}, [(3, 18, '"Vuxna, barn och unga"')]),
        ("åtgärder: [{vad: Vuxna, hur, id: Å1}]\n", ("åtgärder", 0, "vad"), 25, {"åtgärder": [{"vad": "Vuxna, hur", "id": "Å1"}]}, [(3, 18, '"Vuxna, hur"')]),
        ("parter: [{id:kommun}]\n", ("parter", 0, "id"), 11, {"parter": [{"id": "kommun"}]}, [(3, 11, "id: kommun")]),
        ("parter: [{id:kommun, id: k}]\n", ("parter", 0, "id"), 11, {"parter": [{"id": "k"}]}, []),
        ("mål: [{indikator: {baslinje: {värde: 11,2}}}]\n", ("mål", 0, "indikator", "baslinje", "värde"), 38, {"mål": [{"indikator": {"baslinje": {"värde": 11.2}}}]}, [(3, 38, "11.2")]),
        ("parter: [{namn: A, färg: röd}, {id: b}]\n", ("parter", 0, "färg"), 20, {"parter": [{"namn": "A"}, {"id": "b"}]}, []),
        ("parter: [{id: a}, kommun, {id: b}]\n", None, 19, {"parter": [{"id": "a"}, {"id": "b"}]}, []),
        ("parter: [{id: a, typ: Kommun}]\n", ("parter", 0, "typ"), 23, {"parter": [{"id": "a", "typ": "kommun"}]}, [(3, 23, "kommun")]),
        ("parter: [{id: a, typ: x}]\n", ("parter", 0, "typ"), 23, {"parter": [{"id": "a"}]}, []),
        ("titel: 2019\n", ("titel",), 8, {"titel": "2019"}, [(3, 8, '"2019"')]),
        # One value where a list belongs is read as a list of one, but how it is to be written is nobody's to say.
        ("ägare: råd\n", ("ägare",), 8, {"ägare": ["råd"]}, []),
        ("parter:\n  id: kommun\n", ("parter",), 1, {"parter": [{"id": "kommun"}]}, []),
        ("parter:\n  - typ: >-\n      Kommun\n", ("parter", 0, "typ"), 10, {"parter": [{"typ": "kommun"}]}, []),
        ("period: {från: 2019-01-01, till: 2019-13-01}\n", ("period", "till"), 34, {"period": {"från": "2019-01-01"}}, []),
    ],
)  # fmt: skip
def test_what_is_read_instead(
    text: str, path: Path | None, column: int, read_as: dict[str, object], changes: list[tuple[int, int, str]]
) -> None:
    values, faults = _built(text)
    assert _plain(values) == read_as
    if column:
        (one,) = faults
        assert (one.path, one.span.column, _changes(one)) == (path, column, changes)
    else:
        assert faults == ()


def _plain(value: object) -> object:
    """Days as they are written; a key without a value is not there."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, float) else str(value)


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("åtgärder: [{vad: Vuxna, barn och unga}]\n", "kommat i texten slutar värdet, så ”barn och unga” läses som en ny nyckel", 'Sätt texten inom citattecken:  vad: "Vuxna, barn och unga"'),
        ("åtgärder: [{id: Å1, hur: A, hurr: X}]\n", "nyckeln ”hurr” finns inte; den heter ”hur”, som redan står här", "Behåll bara den ena."),
        ("parter: [{id: a, statistik: x}]\n", "nyckeln ”statistik” hör inte hemma här", "Här kan det stå id, typ, namn, beskrivning, nivå, andra_namn, kommunkod, kommuner, ingår_i, diarienummer, logotyp, ärende … Nyckeln hör hemma vid filens vänsterkant eller under ”problem”: kontrollera indraget."),
        ("underskrifter: [{ledamöter: x}]\n", "nyckeln ”ledamöter” hör inte hemma här", "Här kan det stå part, funktion, namn, tillförordnad, biträdande, datum, ort, sätt. Nyckeln hör hemma under ”samverkansorganisation”: kontrollera indraget."),
        ("period: {x: y}\n", "nyckeln ”x” finns inte här", "Här kan det stå från, till, längd."),
        ("parter:\n  - - a\n", "parter: här ska det stå nycklar med värden, men det står en lista", "Ta bort strecken, så att nycklarna står direkt under."),
        ("ägare: -\u00a0råd\n", "ägare: här ska det stå en lista, men efter strecket står inget vanligt mellanslag", "Byt tecknet efter strecket mot ett vanligt mellanslag; det hårda mellanslaget följer ofta med från ett ordbehandlingsprogram."),
        ("titel: ja\n", None, ""),
        ("titel: true\n", "titel: true ska vara text men står utan citattecken", 'Skriv  titel: "true"  – annars läses det inte som text.'),
        ("parter: [{id: a, typ: [kommun]}]\n", "typ: en lista finns inte att välja på", None),
    ],
)  # fmt: skip
def test_what_is_said_and_what_to_do(text: str, message: str | None, help: str | None) -> None:
    faults = _built(text)[1]
    assert [one.message for one in faults] == ([message] if message else [])
    if help:
        assert faults[0].help == help


@pytest.mark.parametrize(
    ("head", "message", "help", "fix"),
    [
        ("typ: överenskommelse\n", "filen saknar nyckeln samverkan", "Skriv  samverkan: 1  överst i filen.", []),
        ("samverkan: 1\ntyp: Överenskommelse\n", "”Överenskommelse” är inget slags dokument", "Skriv  typ: överenskommelse", [(2, 6, "överenskommelse", True)]),
        ("samverkan: 1\ntyp: åtgärdplan\n", "”åtgärdplan” är inget slags dokument", "Skriv  typ: åtgärdsplan", [(2, 6, "åtgärdsplan", False)]),
        ("samverkan: 1\ntyp: >-\n  Överenskommelse\n", "”Överenskommelse” är inget slags dokument", "Skriv  typ: överenskommelse", []),
        ("samverkan: 1\ntyp: 7\n", "”7” är inget slags dokument", "Välj något av överenskommelse, ", []),
        ("samverkan: 1\ntype: åtgärdsplan\n", "filen säger inte vilket slags dokument den är: nyckeln typ saknas", "Skriv  typ:  följt av något av överenskommelse, ", []),
    ],
)  # fmt: skip
def test_what_kind_of_document(head: str, message: str, help: str, fix: list[tuple[int, int, str, bool]]) -> None:
    (one,) = _built("", head)[1]
    assert one.message == message and one.help.startswith(help)
    written = [
        (change.span.line, change.span.column, change.text, made.safe)
        for made in one.fixes
        for change in made.changes
        if isinstance(change, Replacement)
    ]
    assert written == fix


@pytest.mark.parametrize(
    ("text", "told", "read_as", "changes"),
    [
        ("offentlig: nej\n", 0, "nej", []),
        ("offentlig: nej\npubliceras: nej\n", 1, "nej", [(4, 1, "")]),
        ("publiceras: ja\noffentlig: nej\n", 1, "nej", []),
        ("offentlig: ja\npubliceras: kanske\n", 2, None, []),
    ],
)
def test_a_key_that_was_called_something_else(text: str, told: int, read_as: str | None, changes: list[tuple[int, int, str]]) -> None:
    """Where the old name and the new say different things, what protects counts."""
    values, faults = _built(text)
    assert isinstance(values, dict)
    assert values.get("publiceras") == read_as and "offentlig" not in values
    assert len(faults) == told
    assert [change for one in faults if one.code == "FIL04" for change in _changes(one)] == changes


@pytest.mark.parametrize(
    ("text", "recovered"),
    [
        ("dokumentation: {vemm: {ansvarig: {funktion: x}}}\n", True), ("åtgärder: [{vad: Vuxna, barn och unga}]\n", True),
        ("parter: [{typ: Kommun}]\n", True), ("titel: 2019\n", True), ("ägare: råd\n", True), ("parter: [{typ: x}]\n", False),
        ("parter: [{färg: röd}]\n", False), ("parter: [kommun]\n", False), ("period: 2019\n", False),
    ],
)  # fmt: skip
def test_what_was_meant_is_judged_instead(text: str, recovered: bool) -> None:
    assert [one.recovered for one in _built(text)[1]] == [recovered]


def test_where_a_key_belongs_is_told_of_three_places() -> None:
    (one,) = _built("parter: [{id: a, när: x}]\n")[1]
    assert one.help.count("”") == 6


@pytest.mark.parametrize(
    ("written", "model"), [("åtgärdsplan", ActionPlan), ("Åtgärdsplan", ActionPlan), ("överenskomelse", Agreement), ("recept", None)]
)
def test_which_document_a_word_means(written: str, model: object) -> None:
    assert meant(written) is model


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", "a"), (7, "7"), ("7", '"7"'), ("§ 7", '"§ 7"'), ("7 §", "7 §"), ("a: b", '"a: b"'), (["a", "7"], '[a, "7"]'), ({"a": ["b"], "c": 1}, "{a: [b], c: 1}"),
    ],
)  # fmt: skip
def test_how_an_example_is_written(value: object, text: str) -> None:
    assert as_yaml(value) == text
