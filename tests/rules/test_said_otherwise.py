"""Words and shapes that people use, and what lies elsewhere or has not happened: the verdict is by what is said and not by how."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import PointReport, Verdict
from support.agreements import HEAD, points
from support.packages import judge

ACTION = "åtgärder: [{id: Å1, vad: Vuxna vid stationen, hur: %s, vem: {ansvarig: {aktör: kommun, funktion: %s}}, när: {detalj: %s}}]\n"
PART = "samverkan: 1\ntyp: överenskommelse\nid: %s\ntitel: Del\ndel_av: {fil: agreement.yaml}\n"
MET, PARTLY, MISSING, UNKNOWN, DECLINED = Verdict.MET, Verdict.PARTLY, Verdict.MISSING, Verdict.UNKNOWN, Verdict.DECLINED


def _point(
    folder: Path, code: str, text: str, files: dict[str, str] | None = None, *, day: str = "2027-06-01", steps: bool = True
) -> PointReport:
    return points(folder, text, files, day=day, steps=steps)[code]


@pytest.mark.parametrize("name", ["plan.yaml", "atgardsplan.yaml", "agrement.yaml", "bilaga-3.yaml"])
def test_a_file_that_is_not_there_is_unknown_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    """The agreement itself is never what a missing appendix was meant to be."""
    found = _point(tmp_path, "SK08", f"bilagor: [{{nr: '1', typ: åtgärdsplan, fil: {name}}}]\n")
    assert found.verdict is UNKNOWN


@pytest.mark.parametrize(
    "when",
    [
        "snarast möjligt", "så snart det går", "så fort som möjligt", "i mån av tid", "när resurser finns", "fortlöpande arbete", "pågår löpande",
        "med jämna mellanrum", "framöver", "på sikt", "tillsvidare", "datum saknas", "tid ej fastställd", "inte planerat",
    ],
)  # fmt: skip
def test_what_does_not_say_when(when: str, tmp_path: Path) -> None:
    assert _point(tmp_path, "SK08", ACTION % ("Två och två.", "fältare", when)).verdict is PARTLY


@pytest.mark.parametrize(
    "when", ["hösten 2027", "efter varje pass", "i samband med skolstarten", "löpande under höstterminen", "fredagar kl. 20"]
)
def test_what_says_when(when: str, tmp_path: Path) -> None:
    assert _point(tmp_path, "SK08", ACTION % ("Två och två.", "fältare", when)).verdict is MET


@pytest.mark.parametrize("how", ["Ej fastställt", "Under framtagande", "Inte klart ännu.", "'Ej klart, kompletteras efter möte'"])
def test_what_only_holds_the_place(how: str, tmp_path: Path) -> None:
    assert _point(tmp_path, "SK08", ACTION % (how, "fältare", "hösten 2027")).verdict is PARTLY


@pytest.mark.parametrize(
    ("often", "verdict"),
    [
        ("2 ggr/år", MET), ("1 gång/termin", MET), ("vår och höst", MET), ("på rådets möten", MET), ("mötesdagar enligt kallelse", MET),
        ("en gång i slutet av perioden", PARTLY), ("någon gång i framtiden", PARTLY), ("inom 14 dagar", PARTLY), ("senast om två månader", PARTLY),
        ("'löpande, i varje fall vid behov'", PARTLY),
    ],
)  # fmt: skip
def test_how_often(often: str, verdict: Verdict, tmp_path: Path) -> None:
    found = _point(tmp_path, "SK12", f"återkoppling: [{{till: rådet, vad: läget, när: {{detalj: {often}}}}}]\n")
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("organ", "verdict"),
    [
        ("kommunstyrelsen", MET), ("kommunstyrelsens arbetsutskott", MET), ("KS", MET), ("socialnämnden", MET),
        ("KSO", PARTLY), ("ordföranden i kommunstyrelsen", PARTLY), ("kommunfullmäktiges ordförande", PARTLY), ("socialnämndens ordförande", PARTLY),
        ("kommunstyrelsens kanslichef", PARTLY), ("kommunstyrelseförvaltningen", PARTLY), ("kommunalrådet", PARTLY),
        ("kommunen", PARTLY), ("Ekhults kommun", PARTLY), ("Ekhults kommunfullmäktige", MET), ("trygghetssamordnaren", PARTLY),
        ("kommunstyrelsens presidium", PARTLY), ("trygghetsstrategen", PARTLY),
        ("kommunens ledningsgrupp", PARTLY), ("förvaltningsledningen", PARTLY), ("Ekhult", PARTLY), ("kommunen och polisen", PARTLY),
        ("kommunstyrelsens ordförande på delegation", MET), ("kommunstyrelsens kontor", PARTLY),
    ],
)  # fmt: skip
def test_who_decides_for_a_municipality(organ: str, verdict: Verdict, tmp_path: Path) -> None:
    text = HEAD.replace("namn: Ekhults kommun}", f"namn: Ekhults kommun, fastställd: {{organ: {organ}, datum: 2027-01-10}}}}")
    text = text.replace("namn: Lokalpolisområde Ekhult}", "namn: Lokalpolisområde Ekhult, fastställd: {organ: ledningsgruppen}}")
    (tmp_path / "agreement.yaml").write_text(text, encoding="utf-8")
    report = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True))
    assert next(one for one in report.dossiers[0].points if one.code == "SK15").verdict is verdict


@pytest.mark.parametrize(
    ("code", "title", "verdict"),
    [
        ("SK07", "Medborgarlöfte 2027", MET), ("SK07", "'Medborgarlöfte 2027, med uppföljning av 2026'", MET), ("SK07", "Mall för medborgarlöfte", MISSING), ("SK07", "Polisens handledning om medborgarlöften", MISSING),
        ("SK07", "Utvärdering av medborgarlöfte 2024", MISSING), ("SK11", "Kommunikationsplan", MET), ("SK11", "Underlag till kommunikationsplan", MISSING),
    ],
)  # fmt: skip
def test_a_title_that_says_what_it_is(code: str, title: str, verdict: Verdict, tmp_path: Path) -> None:
    assert _point(tmp_path, code, f"bilagor: [{{nr: '4', titel: {title}, diarienummer: A1}}]\n").verdict is verdict


@pytest.mark.parametrize(
    ("north", "south", "verdict"),
    [
        ("inga_löften: {skäl: Staden ger inga löften.}", "inga_löften: {skäl: Staden ger inga löften.}", DECLINED),
        ("inga_löften: {skäl: Staden ger inga löften.}", "löften: [{id: L1, lydelse: Vi ses varje fredag.}]", PARTLY),
        ("syfte: Tryggare norr.", "inga_löften: {skäl: Staden ger inga löften.}", PARTLY),
        ("löften: [{id: L2, lydelse: Vi ses på torget.}]", "löften: [{id: L1, lydelse: Vi ses varje fredag.}]", MET),
    ],
)
def test_parts_that_have_chosen_not_to(north: str, south: str, verdict: Verdict, tmp_path: Path) -> None:
    files = {"norr.yaml": PART % "norr" + north + "\n", "söder.yaml": PART % "söder" + south + "\n"}
    found = _point(tmp_path, "SK07", "delar: [{fil: norr.yaml}, {fil: söder.yaml}]\n", files)
    assert found.verdict is verdict and found.reasons


@pytest.mark.parametrize(("day", "verdict"), [("2026-12-31", Verdict.NOT_DUE), ("2027-01-01", MISSING)])
def test_when_the_period_is_over_nothing_is_later(day: str, verdict: Verdict, tmp_path: Path) -> None:
    text = "pågående_steg: 3\nperiod: {från: 2025-01-01, till: 2026-12-31}\n"
    assert _point(tmp_path, "SK07", text, day=day, steps=False).verdict is verdict


@pytest.mark.parametrize(
    "entry", ["{typ: åtgärdsplan, webbadress: 'https://a.example/p'}", "{nr: '3', typ: åtgärdsplan, datum: 2027-01-10}"]
)
def test_what_lies_elsewhere_is_named_by_what_it_has(entry: str, tmp_path: Path) -> None:
    found = _point(tmp_path, "SK08", f"bilagor: [{entry}]\n")
    assert found.verdict is UNKNOWN
    assert "None" not in " ".join(found.reasons)


def test_a_commitment_without_words_is_named_by_its_amount(tmp_path: Path) -> None:
    found = _point(
        tmp_path,
        "SK08",
        "löften: [{id: L1, lydelse: Tio kontroller, åtaganden: [{aktör: polis, mängd: {antal: 10, enhet: kontroller}}]}]\n",
    )
    assert found.verdict is PARTLY
    report = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True))
    (message,) = (one.message for one in report.diagnostics if one.code == "SK08")
    assert message.startswith("åtagandet ”10 kontroller” i ") and "None" not in message


def test_only_those_who_lead_the_work_are_asked_for_a_coordinator(tmp_path: Path) -> None:
    """The checklist speaks of the municipality and the police; an association that signs too is asked for none."""
    (tmp_path / "agreement.yaml").write_text(
        HEAD + "  - {id: förening, typ: förening, namn: Föreningen}\n  - {id: okänd, namn: Någon}\n", encoding="utf-8"
    )
    report = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True, select=("SK01",)))
    asked = [one.message for one in report.diagnostics]
    assert len(asked) == 3 and not any("Föreningen" in message for message in asked) and any("Någon" in message for message in asked)


def test_effects_that_are_not_measured_are_listed_by_their_goals(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(HEAD + "mål: [{id: M1, typ: effekt}, {id: M2, typ: effekt}]\n", encoding="utf-8")
    report = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True, select=("ST51",)))
    assert [item.key for one in report.diagnostics for item in one.items] == ["M1 mätvärde", "M2 mätvärde"]


@pytest.mark.parametrize(
    ("contacts", "declared"), [("", [True]), ("kontakter: [{part: kommun, funktion: samordnare, telefon: 010-00 00 00}]\n", [False])]
)
def test_a_contact_that_is_here_goes_before_a_list_that_is_not(contacts: str, declared: list[bool], tmp_path: Path) -> None:
    listed = "bilagor: [{nr: '1', typ: kontaktpersoner, titel: Kontakter, datum: 2027-01-10}]\n"
    found = _point(tmp_path, "LAG12", listed + contacts)
    assert [one.declared for one in found.evidence] == declared


def test_two_reasons_in_one_part_are_not_those_of_two(tmp_path: Path) -> None:
    plan = "samverkan: 1\ntyp: åtgärdsplan\ntitel: Plan\ninga_löften: {skäl: Åtgärderna ska prövas först.}\n"
    south = PART % "söder" + "inga_löften: {skäl: Staden ger inga löften.}\nbilagor: [{nr: '1', fil: plan.yaml}]\n"
    files = {"norr.yaml": PART % "norr" + "syfte: Tryggare norr.\n", "söder.yaml": south, "plan.yaml": plan}
    assert _point(tmp_path, "SK07", "delar: [{fil: norr.yaml}, {fil: söder.yaml}]\n", files).verdict is PARTLY
