"""What is listed and cannot be read here: it is unknown, and neither said nor missing."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from samverkan_cli.rules._vocabulary import RESIDENTS
from support.agreements import HEAD, points
from support.packages import judge

WHOLE = """\
problem: [{id: P1, namn: Otrygga skolvägar, prioritet: 1}]
orsaker: [{id: O1, gäller_problem: [P1], orsak: Få vuxna}]
mål:
  - {id: M1, typ: produktion, indikator: {mått: antal pass, källa: loggen, målnivå: {värde: 120, datum: 2027-12-18}}}
åtgärder:
  - id: Å1
    vad: Vuxna längs skolvägen
    hur: Två och två.
    vem: {ansvarig: {aktör: kommun, funktion: fältsekreterare}}
    när: {från: 2027-02-04, till: 2027-12-18}
    möter_orsaker: [O1]
    bidrar_till_mål: [M1]
    uppföljning: [{vad: antal pass, vem: {ansvarig: {aktör: kommun}}, när: {minst: 1, per: månad}}]
"""
MET, PARTLY, MISSING, UNKNOWN = Verdict.MET, Verdict.PARTLY, Verdict.MISSING, Verdict.UNKNOWN
CODES = ("SK08", "SK09", "SK10", "SK13")


@pytest.mark.parametrize(
    ("listed", "verdict"),
    [
        ("", MET),
        ("bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan för torget, datum: 2027-01-10}]\n", UNKNOWN),
        ("bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan för torget, datum: 2027-06-02}]\n", MET),
        ("bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan för torget}]\n", MET),
        ("bilagor: [{nr: '3', typ: åtgärdsplan, fil: finns-inte.yaml}]\n", UNKNOWN),
        ("bilagor: [{nr: '3', typ: åtgärdsplan, fil: bruten.yaml}]\n", UNKNOWN),
        ("bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan för torget, tas_fram: {senast: 2027-09-01}}]\n", MET),
        ("bilagor: [{nr: '3', typ: lägesbild, titel: Lägesbild, datum: 2027-01-10}]\n", MET),
        ("bilagor: [{nr: '3', fil: finns-inte.yaml}]\n", UNKNOWN),
        ("bilagor: [{nr: '3', fil: bruten.yaml}]\n", UNKNOWN),
        ("bilagor: [{nr: '3', titel: Karta, fil: karta.yaml}]\n", MET),
    ],
)
def test_a_plan_that_is_not_here_beside_whole_actions(listed: str, verdict: Verdict, tmp_path: Path) -> None:
    """All actions cannot be judged where only some are here; what nobody has written or what has not come holds none."""
    found = points(tmp_path, WHOLE + listed, {"bruten.yaml": "samverkan: 1\ntyp: åtgärdsplan\nåtgärder: [\n"})
    assert {code: found[code].verdict for code in CODES} == dict.fromkeys(CODES, verdict)


PLAN_ELSEWHERE = "bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan för torget, datum: 2027-01-10}]\n"


def test_a_pledge_that_is_here_does_not_tell_of_all_actions(tmp_path: Path) -> None:
    pledge = "löften: [{id: L1, lydelse: A, åtaganden: [{aktör: polis, mängd: {antal: 10, enhet: pass}, när: {till: 2027-12-15}}]}]\n"
    assert points(tmp_path, pledge)["SK08"].verdict is MET
    assert points(tmp_path, pledge + PLAN_ELSEWHERE)["SK08"].verdict is UNKNOWN


def test_goals_and_others_may_stand_in_a_plan_that_is_not_here(tmp_path: Path) -> None:
    action = "fokusområden: [{id: F1, namn: Trafik}]\nåtgärder: [{id: Å1, vad: Skyltar, gäller_fokusområden: [F1], vem: {ansvarig: {aktör: kommun}}}]\n"
    found = points(tmp_path, action)
    assert (found["SK10"].verdict, found["SH09"].verdict) == (MISSING, MISSING)
    found = points(tmp_path, action + PLAN_ELSEWHERE)
    assert (found["SK10"].verdict, found["SH09"].verdict) == (UNKNOWN, UNKNOWN)


@pytest.mark.parametrize("kind", ["problembild", "lägesbild"])
def test_a_cause_may_stand_in_a_picture_that_is_not_here(kind: str, tmp_path: Path) -> None:
    action = "åtgärder: [{id: Å1, vad: Skyltar, möter_orsaker: [O1]}]\n"
    listed = f"bilagor: [{{nr: '2', typ: {kind}, titel: Bilden, datum: 2027-01-10}}]\n"
    for text, verdict, told in ((action, MISSING, ["KED01"]), (action + listed, UNKNOWN, [])):
        assert points(tmp_path, text)["SK09"].verdict is verdict
        report = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True, select=("KED01",)))
        assert [one.code for one in report.diagnostics] == told


def test_what_cannot_be_judged_in_the_step_that_goes_on_is_not_nothing(tmp_path: Path) -> None:
    """No word of praise, and the point says that it cannot be judged."""
    (tmp_path / "agreement.yaml").write_text(HEAD + "pågående_steg: 4\n" + WHOLE + PLAN_ELSEWHERE, encoding="utf-8")
    report = judge(tmp_path, datetime.date(2027, 6, 1), Options())
    points = {point.code: point for point in report.dossiers[0].points}
    assert points["SK08"].verdict is UNKNOWN and points["SK08"].reasons
    (tmp_path / "agreement.yaml").write_text(HEAD + "pågående_steg: 3\n" + WHOLE + PLAN_ELSEWHERE, encoding="utf-8")
    report = judge(tmp_path, datetime.date(2027, 6, 1), Options())
    assert next(point for point in report.dossiers[0].points if point.code == "SK08").verdict is Verdict.NOT_DUE


def test_what_is_here_and_lacks_something_lacks_it_all_the_same(tmp_path: Path) -> None:
    listed = "bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan för torget, datum: 2027-01-10}]\n"
    found = points(tmp_path, WHOLE.replace("    hur: Två och två.\n", "").replace("    bidrar_till_mål: [M1]\n", "") + listed)
    assert (found["SK08"].verdict, found["SK10"].verdict) == (PARTLY, PARTLY)


def test_a_cause_may_be_met_in_a_plan_that_is_not_here(tmp_path: Path) -> None:
    more = WHOLE.replace("orsak: Få vuxna}", "orsak: Få vuxna}, {id: O2, gäller_problem: [P1], orsak: Mörkt}")
    assert points(tmp_path, more)["SK09"].verdict is PARTLY
    listed = "bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan för torget, datum: 2027-01-10}]\n"
    assert points(tmp_path, more + listed)["SK09"].verdict is UNKNOWN


@pytest.mark.parametrize(("part_of", "verdict"), [("", MISSING), ("del_av: {titel: Överenskommelsen för hela staden}\n", UNKNOWN)])
def test_a_whole_that_is_not_here_may_say_what_its_parts_inherit(part_of: str, verdict: Verdict, tmp_path: Path) -> None:
    found = points(tmp_path, part_of)
    inherited = ("SK01", "SK02", "SK11", "SK12", "SK14")
    assert {code: found[code].verdict for code in inherited} == dict.fromkeys(inherited, verdict)
    assert found["SK15"].verdict is MISSING, "what each must have of its own is missed all the same"


def test_goals_without_actions_are_half_the_answer(tmp_path: Path) -> None:
    goals = WHOLE.partition("åtgärder:")[0]
    assert points(tmp_path, goals)["SK10"].verdict is PARTLY
    listed = "bilagor: [{nr: '3', typ: åtgärdsplan, titel: Plan för torget, datum: 2027-01-10}]\n"
    assert points(tmp_path, goals + listed)["SK10"].verdict is UNKNOWN


@pytest.mark.parametrize(
    ("commitment", "verdict"),
    [
        ("{aktör: polis, när: {till: 2027-12-15}}", PARTLY),
        ("{aktör: polis}", PARTLY),
        ("{när: {till: 2027-12-15}}", PARTLY),
        ("{när: {detalj: löpande}}", MISSING),
        ("{aktör: polis, mängd: {antal: 10}, när: {till: 2027-12-15}}", MET),
    ],
)
def test_the_words_of_a_pledge_say_what_is_taken_on(commitment: str, verdict: Verdict, tmp_path: Path) -> None:
    found = points(tmp_path, f"löften: [{{id: L1, lydelse: Vi kontrollerar farten, åtaganden: [{commitment}]}}]\n")
    assert found["SK08"].verdict is verdict


def test_actions_take_nothing_from_what_a_section_says_of_follow_up(tmp_path: Path) -> None:
    section = "avsnitt: [{rubrik: Så följer vi upp, text: Samordnaren redovisar läget för rådet två gånger om året.}]\n"
    action = "åtgärder: [{id: Å1, vad: Skyltar}]\n"
    assert points(tmp_path, action)["SK13"].verdict is MISSING
    assert points(tmp_path, action + section)["SK13"].verdict is PARTLY


@pytest.mark.parametrize(
    ("section", "verdict"),
    [
        ("{rubrik: Uppföljning, text: Styrgruppen ser på läget varje halvår.}", PARTLY),
        ("{rubrik: Uppföljning, text: kompletteras}", MISSING),
        ("{rubrik: Bakgrund, text: Styrgruppen ser på läget varje halvår.}", MISSING),
    ],
)
def test_a_section_on_follow_up_is_some_of_the_answer(section: str, verdict: Verdict, tmp_path: Path) -> None:
    assert points(tmp_path, f"avsnitt: [{section}]\n")["SK13"].verdict is verdict


@pytest.mark.parametrize(
    ("task", "verdict"),
    [
        ("Äger överenskommelsen och säkrar resurserna.", MET),
        ("Har ägarskapet för samverkansöverenskommelsen.", MET),
        ("Beslutar om resurser.", MISSING),
        ("Äger lägesbilden.", MISSING),
        ("Följer överenskommelsen som parterna har skrivit.", MISSING),
        ("Rådet äger överenskommelsen.", MET),
        ("Förbereder ärenden åt styrgruppen, som äger överenskommelsen.", MISSING),
        ("Äger inte överenskommelsen.", MISSING),
        ("Rapporterar till överenskommelsens ägare.", MISSING),
        ("Äger lokalfrågan. Informeras om överenskommelsen.", MISSING),
    ],
)
def test_a_group_may_own_the_agreement_by_its_task(task: str, verdict: Verdict, tmp_path: Path) -> None:
    body = f"samverkansorganisation: [{{id: råd, uppdrag: {task}, ledamöter: [{{aktör: kommun}}, {{aktör: polis}}]}}]\n"
    assert points(tmp_path, body)["SK02"].verdict is verdict


def test_a_task_that_tells_who_owns_makes_no_second_owner(tmp_path: Path) -> None:
    groups = (
        "ägare: [råd]\nsamverkansorganisation:\n  - {id: råd, uppdrag: Leder., ledamöter: [{aktör: kommun}, {aktör: polis}]}\n"
        "  - {id: beredning, uppdrag: Gruppen äger överenskommelsen mellan mötena., ledamöter: [{aktör: kommun}]}\n"
    )
    assert points(tmp_path, groups)["SK02"].verdict is MET


@pytest.mark.parametrize(("first", "second", "verdict"), [("kommun", "polis", MET), ("polis", "polis", MISSING), ("kommun", "skolan", MET)])
def test_what_is_pledged_together_is_done_together(first: str, second: str, verdict: Verdict, tmp_path: Path) -> None:
    pledge = f"löften: [{{id: L1, lydelse: A, åtaganden: [{{aktör: {first}, vad: Går pass.}}, {{aktör: {second}, vad: Går pass.}}]}}]\n"
    found = points(tmp_path, "andra_aktörer: [{id: skolan, namn: Skolan}]\n" + pledge)
    assert found["SH09"].verdict is verdict


def test_a_commitment_is_in_the_area_of_its_pledge(tmp_path: Path) -> None:
    alone = "fokusområden: [{id: F1, namn: Skolvägar}, {id: F2, namn: Torget}]\n" + WHOLE.replace(
        "    vad:", "    gäller_fokusområden: [F1]\n    vad:"
    )
    assert points(tmp_path, alone)["SH09"].verdict is MISSING
    for area, verdict in (("F1", MET), ("F2", MISSING)):
        pledge = (
            f"löften: [{{id: L1, lydelse: A, gäller_fokusområden: [{area}], åtaganden: [{{aktör: polis, vad: Kontrollerar farten.}}]}}]\n"
        )
        assert points(tmp_path, alone + pledge)["SH09"].verdict is verdict


def test_a_commitment_is_in_the_areas_of_the_actions_of_its_pledge(tmp_path: Path) -> None:
    text = "fokusområden: [{id: F1, namn: Skolvägar}]\n" + WHOLE.replace("    vad:", "    gäller_fokusområden: [F1]\n    vad:")
    for actions, verdict in (("[Å1]", MET), ("[]", MISSING)):
        pledge = f"löften: [{{id: L1, lydelse: A, gäller_åtgärder: {actions}, åtaganden: [{{aktör: polis, när: {{till: 2027-12-15}}}}]}}]\n"
        assert points(tmp_path, text + pledge)["SH09"].verdict is verdict


SEVERAL = """\
samverkan: 1
typ: överenskommelse
id: x
titel: Ö
parter:
  - {id: a, typ: kommun, namn: %s}
  - {id: b, typ: kommun, namn: %s}
%sfastställd: {organ: %s, datum: 2027-01-10}
"""


@pytest.mark.parametrize(
    ("first", "second", "organ", "verdict"),
    [
        ("Bergs kommun", "Falkenbergs kommun", "kommunstyrelsen i Falkenberg", PARTLY),
        ("Bergs kommun", "Falkenbergs kommun", "kommunstyrelsen i Berg och kommunstyrelsen i Falkenberg", MET),
        ("Ale kommun", "Eda kommun", "kommunalekonomens ledamöter i kommunstyrelsen", MISSING),
        ("Östra Göinge kommun", "Östra Ekhults kommun", "kommunstyrelsen i Östra Göinge", PARTLY),
        ("Ekhults kommun", "Granforsa kommun", "kommunstyrelserna i Ekhult och Granforsa", MET),
        ("Ekhults kommun", "Granforsa kommun", "kommunstyrelserna", MET),
        ("Ekhults kommun", "Granforsa kommun", "kommunstyrelsen i respektive kommun", MET),
        ("Ekhults kommun", "Granforsa kommun", "kommunstyrelsen med stöd av alla partier", MISSING),
        ("Ekhults kommun", "Granforsa kommun", "kommunstyrelsen", MISSING),
    ],
)
def test_which_of_several_municipalities_has_decided(first: str, second: str, organ: str, verdict: Verdict, tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(SEVERAL % (first, second, "", organ), encoding="utf-8")
    (dossier,) = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True)).dossiers
    assert next(point for point in dossier.points if point.code == "SK15").verdict is verdict


def test_of_three_municipalities_only_those_that_are_named_have_decided(tmp_path: Path) -> None:
    third = "  - {id: c, typ: kommun, namn: Visängs kommun}\n"
    (tmp_path / "agreement.yaml").write_text(
        SEVERAL % ("Ekhults kommun", "Granforsa kommun", third, "kommunstyrelserna i Ekhult och Granforsa"), encoding="utf-8"
    )
    report = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True, select=("SK15",)))
    assert [one.message for one in report.diagnostics] == [
        "kommunstyrelserna i Ekhult och Granforsa har fastställt överenskommelsen, men det står inte om det gäller Visängs kommun"
    ]


def test_a_region_beside_a_municipality_has_other_bodies(tmp_path: Path) -> None:
    region = "  - {id: region, typ: region, namn: Region Norr%s}\nfastställd: {organ: kommunstyrelsen och lokalpolisområdets ledningsgrupp, datum: 2027-01-10}\n"
    assert points(tmp_path, region % ", fastställd: {organ: regionstyrelsen}")["SK15"].verdict is MET
    assert points(tmp_path, region % "")["SK15"].verdict is PARTLY


def test_a_decision_without_parties_says_something(tmp_path: Path) -> None:
    text = "samverkan: 1\ntyp: överenskommelse\nid: x\ntitel: Ö\n"
    for adopted, verdict in (("", MISSING), ("fastställd: {organ: kommunstyrelsen och lokalpolisområdets ledningsgrupp}\n", PARTLY)):
        (tmp_path / "agreement.yaml").write_text(text + adopted, encoding="utf-8")
        (dossier,) = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True)).dossiers
        assert next(point for point in dossier.points if point.code == "SK15").verdict is verdict


def test_a_region_that_is_a_municipality_too_is_led_by_the_chair_of_its_board(tmp_path: Path) -> None:
    text = "samverkan: 1\ntyp: överenskommelse\nid: x\ntitel: Ö\nparter: [{id: region, typ: region, namn: Region Gotland}, {id: polis, typ: polis, nivå: lokalpolisområde}]\n"
    signed = "underskrifter: [{part: region, funktion: %s, datum: 2027-01-10}, {part: polis, funktion: lokalpolisområdeschef, datum: 2027-01-10}]\n"
    for function, verdict in (("regionstyrelsens ordförande", MET), ("regiondirektör", PARTLY)):
        (tmp_path / "agreement.yaml").write_text(text + signed % function, encoding="utf-8")
        (dossier,) = judge(tmp_path, datetime.date(2027, 6, 1), Options(all_steps=True)).dossiers
        assert next(point for point in dossier.points if point.code == "SH07").verdict is verdict


@pytest.mark.parametrize(
    ("to", "there"),
    [("invånarna via medborgarkontoret", True), ("medborgarkontoret", False), ("invånarrådets presidium", False), ("boende", True)],
)
def test_a_council_of_residents_is_not_the_residents(to: str, there: bool) -> None:
    assert RESIDENTS.found_in(to) is there


BROKEN_REPORT = "samverkan: 1\ntyp: lägesbild\ntitel: Polisens lägesbild\npart: polis\nanalys: Fler anmälningar om kvällarna.\n"


@pytest.mark.parametrize(
    ("sources", "verdict"),
    [
        ("källor: [anmälningar\n", UNKNOWN),
        ("källor: [anmälningar, trygghetsmätning\n", UNKNOWN),
        ("källor: [anmälningar]\n", Verdict.PARTLY),
        ("källor: [anmälningar, trygghetsmätning]\n", MET),
        ("", Verdict.PARTLY),
    ],
)
def test_sources_that_cannot_be_read_are_not_missing(sources: str, verdict: Verdict, tmp_path: Path) -> None:
    found = points(tmp_path, "bilagor: [{nr: '2', fil: bild.yaml}]\n", {"bild.yaml": BROKEN_REPORT + sources})
    assert found["SK04"].verdict is verdict, found["SK04"].reasons
