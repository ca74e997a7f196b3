"""What has the wrong shape is said in one sentence at its line, mended where it is clear what was meant, and the rest is kept."""

import pytest

from samverkan_cli.diagnostics import Replacement
from samverkan_cli.models import Document
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Fault

HEAD = "samverkan: 1\ntyp: överenskommelse\n"
KINDS = (
    "överenskommelse, kontaktpersoner, lägesbild, problembild, åtgärdsplan, medborgarlöfte, kommunikationsplan, uppföljningsplan, uppföljning, "
    "dokument, inställningar"
)


def built(text: str) -> tuple[Document | None, list[Fault]]:
    model, document = build(read("a.yaml", text.encode("utf-8")))
    return model, list(document.faults)


def written(fault: Fault) -> list[tuple[int, str, bool]]:
    """What its fixes write: on which line, and whether they are safe."""
    return [(change.span.line, change.text, fix.safe) for fix in fault.fixes for change in fix.changes if isinstance(change, Replacement)]


def fault_in(text: str, head: str = HEAD) -> Fault:
    (one,) = built(head + text)[1]
    return one


@pytest.mark.parametrize(
    ("text", "code", "line", "message"),
    [
        ("aterkoppling:\n  - {till: råd}\n", "FIL05", 3, "nyckeln ”aterkoppling” finns inte; den heter ”återkoppling” (ringen saknas)"),
        ("dokumentation: {vemm: {ansvarig: {funktion: x}}}\n", "FIL05", 3, "nyckeln ”vemm” finns inte; den heter ”vem”"),
        ("färg: röd\n", "FIL05", 3, "nyckeln ”färg” finns inte här"),
        ("färg:\n", "FIL05", 3, "nyckeln ”färg” finns inte här"),
        ("parter:\n  - {id: k, organ: x}\n", "FIL05", 4, "nyckeln ”organ” hör inte hemma här"),
        (
            "återkoppling: []\naterkoppling: []\n",
            "FIL05",
            4,
            "nyckeln ”aterkoppling” finns inte; den heter ”återkoppling”, som redan står här",
        ),
        ("parter: [{id:kommun}]\n", "FIL05", 3, "det saknas ett mellanslag efter kolonet i ”id:kommun”"),
        ("mål: [{indikator: {baslinje: {värde: 11,2}}}]\n", "FIL06", 3, "värde: ett tal skrivs med punkt, inte komma"),
        ("parter:\n  id: kommun\n", "FIL06", 3, "parter: här ska det stå en lista, men det saknas streck framför posterna"),
        ("ägare: råd\n", "FIL06", 3, "ägare: här ska det stå en lista"),
        ("period: 2019\n", "FIL06", 3, "period: här ska det stå nycklar med värden, men det står ”2019”"),
        ("period:\n  - 2019-01-01\n", "FIL06", 3, "period: här ska det stå nycklar med värden, men det står en lista"),
        ("titel: 2019\n", "FIL06", 3, "titel: 2019 ska vara text men står utan citattecken"),
        ("bilagor: [{titel: x, fil: [a]}]\n", "FIL06", 3, "fil: här ska det stå en text, men det står en lista"),
        ("bilagor: [{titel: x, fil: {a: b}}]\n", "FIL06", 3, "fil: här ska det stå en text, men det står flera nycklar"),
        ("parter: [{typ: komun}]\n", "FIL06", 3, "typ: ”komun” finns inte att välja på"),
        ("parter: [{fastställd: {datum: 2018-12-35}}]\n", "FIL07", 3, "datum: datumet 2018-12-35 finns inte i almanackan"),
        ("titel: []\n", "FIL06", 3, "titel: här står en tom lista"),
        ("titel: {}\n", "FIL06", 3, "titel: här står ett par tomma klamrar"),
        ("datum: ''\n", "FIL06", 3, "datum: här står bara två citattecken"),
        ("period:\n  från: ''\n", "FIL06", 4, "från: här står bara två citattecken"),
        ("statistik: [{uppdelning: {flickor: []}}]\n", "FIL06", 3, "flickor: här står en tom lista"),
        ("pågående_steg: 6\n", "FIL06", 3, "pågående_steg: stegen är 1 till 5, men här står 6"),
    ],
)
def test_what_is_said(text: str, code: str, line: int, message: str) -> None:
    found = fault_in(text)
    assert (found.code, found.span.line, found.message) == (code, line, message)


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("aterkoppling: [{till: råd}]\n", "Skriv  återkoppling:  i stället."),
        ("parter:\n  - {id: k, organ: x}\n", "Här kan det stå id, typ, namn, beskrivning, "),
        (
            "krav_på_delar: [{id: K1, ansvarig: x}]\n",
            "Här kan det stå id, lydelse, regel, avsnitt, minst, per. Nyckeln hör hemma under ”tas_fram” eller ”vem”: kontrollera indraget.",
        ),
        ("parter: [{id: k, mål: x}]\n", "Här kan det stå id, typ, namn, "),
        ("mål: [{indikator: {baslinje: {värde: 11,2}}}]\n", "Skriv  värde: 11.2"),
        ("parter: [{id:kommun}]\n", "Skriv  id: kommun"),
        ("ägare: råd\n", "Skriv  ägare: [råd]  eller en post per rad med streck framför."),
        ("period: 2019\n", "Skriv till exempel  period: {från: 2019-01-01, till: 2020-12-31}"),
        ("parter: [kommun]\n", "Skriv varje post på en egen rad, till exempel  - {id: kommun, typ: kommun, namn: Huddinge kommun}"),
        ("titel: 2019\n", 'Skriv  titel: "2019"  – annars läses det som ett tal.'),
        ("bilagor: [{nr: 07}]\n", 'Skriv  nr: "07"  – annars försvinner nollan.'),
        ("bilagor: [{nr: 0}]\n", 'Skriv  nr: "0"  – annars läses det som ett tal.'),
        ("bilagor: [{nr: 12}]\n", 'Skriv  nr: "12"  – annars läses det som ett tal.'),
        ("titel: |\n  två\n  rader\n", "Korta texten till en rad, eller flytta resten till en nyckel som rymmer flera stycken."),
        ("parter: [{id: 'a b'}]\n", "Skriv till exempel  id: kommun"),
        ("parter: [{typ: komun}]\n", "Skriv  typ: kommun"),
        ("parter: [{typ: x}]\n", "Välj något av: kommun, polis, region, "),
        ("datum: ''\n", "Ta bort nyckeln, lämna den tom, eller skriv till exempel  datum: 2018-12-12"),
        ("färg: röd\n", "Här kan det stå samverkan, id, titel, "),
        ("återkoppling: []\naterkoppling: []\n", "Behåll bara den ena."),
    ],
)
def test_what_to_do_is_said(text: str, help: str) -> None:
    assert fault_in(text).help.startswith(help)


@pytest.mark.parametrize(
    ("text", "edit", "safe"),
    [
        ("aterkoppling: [{till: råd}]\n", "återkoppling", True),
        ("parter: [{typ: Kommun}]\n", "kommun", True),
        ("parter: [{typ: komun}]\n", "kommun", False),
        ("bilagor: [{nr: 07}]\n", '"07"', True),
    ],
)
def test_what_is_clear_is_mended(text: str, edit: str, safe: bool) -> None:
    found = fault_in(text)
    assert found.recovered
    assert (written(found), found.words) == ([(3, edit, safe)], frozenset())


@pytest.mark.parametrize(
    ("text", "words", "path"),
    [
        ("färg: röd\n", {"färg", "röd"}, ("färg",)),
        ("parter:\n  - {id: k, organ: nämnden}\n", {"organ", "nämnden"}, ("parter", 0, "organ")),
        ("parter: [{typ: x}]\n", {"typ", "x"}, ("parter", 0, "typ")),
        ("parter: [{fastställd: {datum: 2018-12-35}}]\n", {"fastställd", "datum", "2018-12-35"}, ("parter", 0, "fastställd", "datum")),
        ("parter: [{id: a}, kommun, {id: b}]\n", {"parter", "kommun"}, None),
    ],
)
def test_what_cannot_be_mended_is_left_out_and_its_words_are_known(text: str, words: set[str], path: tuple[object, ...] | None) -> None:
    found = fault_in(text)
    assert (found.recovered, found.fixes, found.words, found.path) == (False, (), frozenset(words), path)


@pytest.mark.parametrize(
    ("text", "ask", "wanted"),
    [
        ("parter: [{id:kommun}]\n", "[party.id for party in it.parties]", ["kommun"]),
        ("parter: [{id:kommun, id: k}]\n", "[party.id for party in it.parties]", ["k"]),
        ("parter:\n  id: kommun\n", "[party.id for party in it.parties]", ["kommun"]),
        ("parter: [{id: a}, kommun, {id: b}]\n", "[party.id for party in it.parties]", ["a", "b"]),
        ("ägare: råd\n", "list(it.owners)", ["råd"]),
        ("mål: [{indikator: {baslinje: {värde: 11,2}}}]\n", "it.goals[0].indicator.baseline.value", 11.2),
        ("aterkoppling: [{till: råd}]\ntitel: A\n", "(it.feedback[0].to, it.title)", ("råd", "A")),
        ("titel: 2019\n", "it.title", "2019"),
        ("bilagor: [{nr: 07}]\n", "it.appendices[0].number", "07"),
        ("parter: [{typ: komun, id: k}]\n", "(it.parties[0].type, it.parties[0].id)", ("kommun", "k")),
        ("parter: [{typ: x, id: k}]\n", "(it.parties[0].type, it.parties[0].id)", (None, "k")),
        ("period: {från: 2019-01-01, till: 2019-13-01}\n", "(str(it.period.start), it.period.end)", ("2019-01-01", None)),
    ],
)
def test_the_rest_is_kept(text: str, ask: str, wanted: object) -> None:
    it, faults = built(HEAD + text)
    assert it is not None
    assert len(faults) == 1
    assert eval(ask, {"it": it}) == wanted


def test_several_faults_are_all_said_and_none_moves_another() -> None:
    it, faults = built(HEAD + "parter:\n  - kommun\n  - {id: k, typ: Kommun}\n  - polis\n  - {id: p, färg: röd}\nfärg: blå\n")
    assert [(one.code, one.span.line) for one in sorted(faults, key=lambda one: one.span.line)] == [
        ("FIL06", 4), ("FIL06", 5), ("FIL06", 6), ("FIL05", 7), ("FIL05", 8),
    ]  # fmt: skip
    assert [(party.id, party.type) for party in it.parties] == [("k", "kommun"), ("p", None)]  # type: ignore[union-attr]


def test_no_fault_where_nothing_is_wrong() -> None:
    for text in ("titel: ''\n", "titel:\n", "pågående_steg: 4.0\n", "parter: []\n", "period: {}\n"):
        assert built(HEAD + text)[1] == []


@pytest.mark.parametrize(
    ("text", "line", "message", "help", "readable"),
    [
        ("typ: överenskommelse\n", 1, "filen saknar nyckeln samverkan", "Skriv  samverkan: 1  överst i filen.", True),
        ("samverkan: ''\ntyp: dokument\n", 1, "filen saknar nyckeln samverkan", "Skriv  samverkan: 1  överst i filen.", True),
        ("samverkan:\ntyp: dokument\n", 1, "filen saknar nyckeln samverkan", "Skriv  samverkan: 1  överst i filen.", True),
        ("samverkan: 1\ntitel: x\n", 1, "filen säger inte vilket slags dokument den är: nyckeln typ saknas", f"Skriv  typ:  följt av något av {KINDS}.", False),
        ("samverkan: 1\ntyp:\n", 1, "filen säger inte vilket slags dokument den är: nyckeln typ saknas", f"Skriv  typ:  följt av något av {KINDS}.", False),
        ("samverkan: 1\ntype: dokument\n", 2, "filen säger inte vilket slags dokument den är: nyckeln typ saknas", f"Skriv  typ:  följt av något av {KINDS}.", False),
        ("samverkan: 1\ntyp: Överenskommelse\n", 2, "”Överenskommelse” är inget slags dokument", "Skriv  typ: överenskommelse", True),
        ("samverkan: 1\ntyp: åtgärdplan\n", 2, "”åtgärdplan” är inget slags dokument", "Skriv  typ: åtgärdsplan", True),
        ("samverkan: 1\ntyp: xyz\n", 2, "”xyz” är inget slags dokument", f"Välj något av {KINDS}.", False),
    ],
)  # fmt: skip
def test_what_kind_of_document_it_is(text: str, line: int, message: str, help: str, readable: bool) -> None:
    it, (one, *more) = built(text)
    assert (one.code, one.span.line, one.message, one.help, more) == ("FIL06", line, message, help, [])
    assert (it is not None) is readable
    if readable and "inget slags" in message:
        assert written(one) == [(2, help.removeprefix("Skriv  typ: "), "Ö" in text)]
    if not readable:
        assert one.words is not None
        assert "samverkan" in one.words
