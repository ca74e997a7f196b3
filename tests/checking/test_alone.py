"""What a document is judged by when it stands alone, and what it is never asked for."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.api import check, open_project
from samverkan_cli.checking.concerns import BY_TYPE
from samverkan_cli.checking.report import DossierReport, PointReport, Report, Verdict
from samverkan_cli.checking.rule import rules
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.project.sources import Sources
from support.alone import COMMUNICATION, EVERY, FOLLOW_UP, PLAN, PLEDGE, REPORT, write
from support.packages import ALL_STEPS

TODAY = datetime.date(2027, 6, 1)
ALWAYS = ("fil", "kedja", "tid", "skydd")
NOT_DOCUMENTS = ("överenskommelse", "inställningar")


def judged(folder: Path, text: str, name: str = "d.yaml", today: datetime.date = TODAY) -> Report:
    write(folder, {name: text})
    return check(open_project([folder / name], today=today, sources=Sources(base=folder)), ALL_STEPS)


def points(report: Report) -> dict[str, PointReport]:
    (dossier,) = report.dossiers
    return {point.code: point for point in dossier.points}


def verdict(folder: Path, text: str, code: str, today: datetime.date = TODAY) -> Verdict:
    return points(judged(folder, text, today=today))[code].verdict


def codes(report: Report) -> list[str]:
    return sorted(one.code for one in report.diagnostics)


# --- The whole of each document ---


@pytest.mark.parametrize("name", sorted(EVERY))
def test_what_lacks_nothing_is_free_from_findings(name: str, tmp_path: Path) -> None:
    report = judged(tmp_path, EVERY[name], name)
    assert [(one.code, one.message) for one in report.diagnostics] == []
    assert {point.verdict for point in report.dossiers[0].points} <= {Verdict.MET, Verdict.NOT_APPLICABLE, Verdict.PARTLY, Verdict.MISSING}


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (PLAN, {"SK08", "SK09", "SK10", "SK13", "LAG05", "LAG06"}),
        (REPORT, {"SK03", "LAG04", "LAG06"}),
        (REPORT.replace("part: kommun", "part: polis"), {"SK04"}),
        (PLEDGE, {"SK07"}),
        (COMMUNICATION, {"SK11"}),
        (FOLLOW_UP, set()),
        ("samverkan: 1\ntyp: dokument\ntitel: Minnesanteckningar\n", set()),
    ],
    ids=["plan", "kommunens lägesbild", "polisens lägesbild", "löfte", "kommunikationsplan", "uppföljning", "dokument"],
)
def test_a_document_is_judged_by_what_concerns_it(text: str, met: set[str], tmp_path: Path) -> None:
    found = {code: point for code, point in points(judged(tmp_path, text)).items() if point.pack != "steg"}
    assert {code for code, point in found.items() if point.verdict is Verdict.MET} == met
    others = [point for code, point in found.items() if code not in met]
    assert {point.verdict for point in others} == {Verdict.NOT_APPLICABLE}
    assert all(point.reasons for point in others), "each says why"


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [
        (PLAN, "SK02", "gäller en överenskommelse; det här är en åtgärdsplan"),
        (PLEDGE, "SK08", "gäller en överenskommelse eller en åtgärdsplan; det här är ett medborgarlöfte"),
        (REPORT, "SK04", "gäller polisens lägesbild; det här är kommunens"),
        (REPORT.replace("part: kommun", "part: polis"), "LAG04", "gäller kommunens lägesbild; det här är polisens"),
        (
            REPORT.replace("part: kommun", "part: s\nandra_aktörer: [{id: s}]"),
            "SK03",
            "gäller kommunens lägesbild; det här är någon annans",
        ),
    ],
)
def test_why_a_point_does_not_concern_a_document(text: str, code: str, why: str, tmp_path: Path) -> None:
    point = points(judged(tmp_path, text))[code]
    assert (point.verdict, point.reasons) == (Verdict.NOT_APPLICABLE, (why,))


@pytest.mark.parametrize("written", [one for one in DOCUMENT_TYPES if one not in NOT_DOCUMENTS])
def test_an_empty_document_is_asked_for_nothing_that_only_an_agreement_has(written: str, tmp_path: Path) -> None:
    report = judged(tmp_path, f"samverkan: 1\ntyp: {written}\n")
    for one in report.diagnostics:
        assert "överenskommelse" not in one.message and "bilag" not in one.message + one.help, one
        assert not {"parter", "underskrifter", "pågående_steg", "bilagor", "kommunens_åtgärdsplan"}.intersection(
            one.place.path if one.place else ()
        )
        assert one.code in BY_TYPE.get(written, ()) or rules()[one.code].pack in ALWAYS


def test_every_rule_that_concerns_a_document_is_there() -> None:
    assert set(BY_TYPE) <= set(DOCUMENT_TYPES) - set(NOT_DOCUMENTS)
    assert {code for own in BY_TYPE.values() for code in own} <= set(rules())


def test_an_agreement_is_judged_by_everything(tmp_path: Path) -> None:
    report = judged(tmp_path, "samverkan: 1\ntyp: överenskommelse\n", "agreement.yaml")
    assert report.dossiers[0].is_agreement
    assert not any(point.verdict is Verdict.NOT_APPLICABLE for point in report.dossiers[0].points)


# --- The report says what it is about ---


def test_the_report_says_the_type_of_the_root(tmp_path: Path) -> None:
    dossier: DossierReport = judged(tmp_path, PLEDGE, "löfte.yaml").dossiers[0]
    assert (dossier.agreement, dossier.document, dossier.is_agreement) == ("löfte.yaml", "medborgarlöfte", False)
    assert {point.code for point in dossier.of_concern.points} == {"SK07", "ST44"}


def test_what_cannot_be_read_is_unknown_where_it_concerns(tmp_path: Path) -> None:
    found = points(judged(tmp_path, "samverkan: 1\ntyp: åtgärdsplan\nåtgärder: [\n"))
    assert (found["SK08"].verdict, found["SK02"].verdict) == (Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)


def test_a_document_of_no_known_type_is_asked_for_its_type_only(tmp_path: Path) -> None:
    report = judged(tmp_path, "samverkan: 1\ntyp: bordslampa\n")
    assert codes(report) == ["FIL06"]
    assert report.dossiers[0].document == ""


# --- What stands elsewhere ---


def test_ids_of_another_document_are_no_errors(tmp_path: Path) -> None:
    """The plan names parties, a focus area and a problem that it does not tell of; the follow-up an action and a goal."""
    assert "KED01" not in codes(judged(tmp_path, PLAN)) + codes(judged(tmp_path, FOLLOW_UP))


def test_ids_that_may_be_slips_are_one_note(tmp_path: Path) -> None:
    text = PLAN.replace("bidrar_till_mål: [M1]", "bidrar_till_mål: [M1, M8, M9]").replace("möter_orsaker: [O1]", "möter_orsaker: [O1, O7]")
    (one,) = judged(tmp_path, text).diagnostics
    assert (one.code, one.level.swedish, one.message) == ("KED01", "upplysning", "O7, M8 och M9 finns inte i åtgärdsplanen")
    assert [other.message for other in one.related] == ["här står M8", "här står M9"]


def test_parties_are_never_slips(tmp_path: Path) -> None:
    assert codes(judged(tmp_path, PLAN + "andra_aktörer: [{id: nattvandrare, namn: Nattvandrarna}]\n")) == []


def test_an_id_of_the_wrong_kind_is_an_error_all_the_same(tmp_path: Path) -> None:
    (one,) = judged(tmp_path, PLAN.replace("bidrar_till_mål: [M1]", "bidrar_till_mål: [M1, O1]")).diagnostics
    assert (one.code, one.level.swedish) == ("KED01", "fel")


def test_a_cause_elsewhere_is_a_link_and_no_cause_is_none(tmp_path: Path) -> None:
    without = PLAN[: PLAN.index("orsaker:")] + PLAN[PLAN.index("mål:") :]
    assert verdict(tmp_path, without, "SK09") is Verdict.MET
    loose = without.replace("    möter_orsaker: [O1]\n", "")
    assert verdict(tmp_path, loose, "SK09") is Verdict.MISSING
    assert codes(judged(tmp_path, loose)) == ["SK09"]


def test_goals_that_stand_elsewhere_are_not_known(tmp_path: Path) -> None:
    without = PLAN[: PLAN.index("mål:")] + PLAN[PLAN.index("åtgärder:") :]
    assert verdict(tmp_path, without, "SK10") is Verdict.UNKNOWN
    assert verdict(tmp_path, without.replace("    bidrar_till_mål: [M1]\n", ""), "SK10") is Verdict.MISSING


# --- The law ---


@pytest.mark.parametrize(
    ("organ", "met"),
    [
        ("kommunfullmäktige", Verdict.MET),
        ("Kommunstyrelsen", Verdict.MET),
        ("socialnämnden", Verdict.MET),
        ("kommunstyrelsens arbetsutskott", Verdict.MET),
        ("trygghetschefen på delegation av kommunstyrelsen", Verdict.MET),
        ("KS", Verdict.MET),
        ("regionstyrelsen", Verdict.MET),
        ("kommunstyrelsens ordförande", Verdict.PARTLY),
        ("brottsförebyggande rådet", Verdict.PARTLY),
        ("styrgruppen", Verdict.PARTLY),
    ],
)
def test_who_decides_for_the_municipality(organ: str, met: Verdict, tmp_path: Path) -> None:
    assert verdict(tmp_path, PLAN.replace("organ: kommunstyrelsen", f"organ: {organ}"), "LAG05") is met


def test_a_plan_that_says_neither_who_nor_on_what(tmp_path: Path) -> None:
    bare = PLAN.replace("fastställd: {organ: kommunstyrelsen, datum: 2027-01-20}\n", "")
    assert verdict(tmp_path, bare, "LAG05") is Verdict.PARTLY
    bare = bare.replace("bygger_på: [{part: kommun, titel: Kommunens lägesbild 2026}]\n", "")
    assert verdict(tmp_path, bare, "LAG05") is Verdict.MISSING


def test_the_law_binds_on_the_day_that_is_judged_whatever_the_paper_s_date(tmp_path: Path) -> None:
    old = REPORT.replace("2026-10-14", "2022-10-14")
    assert verdict(tmp_path, old, "LAG04", datetime.date(2024, 1, 1)) is Verdict.MET
    before = points(judged(tmp_path, old, today=datetime.date(2023, 6, 30)))["LAG04"]
    assert (before.verdict, before.reasons) == (
        Verdict.NOT_APPLICABLE,
        ("paragrafen gäller från 2023-07-01, och det som bedöms är 2023-06-30",),
    )


# --- A report says whose it is ---


def test_a_report_that_does_not_say_whose_it_is(tmp_path: Path) -> None:
    report = judged(tmp_path, REPORT.replace("part: kommun\n", ""))
    assert [(one.code, one.level.swedish, one.message) for one in report.diagnostics] == [
        ("SK03", "varning", "det står inte vems lägesbild det är")
    ]
    assert points(report)["SK03"].verdict is Verdict.PARTLY


# --- Words ---


def test_what_has_a_period_is_called_what_it_is(tmp_path: Path) -> None:
    (one,) = judged(tmp_path, PLEDGE, today=datetime.date(2028, 3, 1)).diagnostics
    assert (one.code, one.message) == ("TID11", "medborgarlöftet gick ut 2027-12-31; det bedöms som på sin sista dag")
    assert "ett nytt medborgarlöfte" in one.help
    plan = PLAN.replace("datum: 2027-01-20\nfast", "period: {från: 2027-02-01, till: 2027-11-30}\nfast")
    found = judged(tmp_path, plan).diagnostics
    assert {one.code for one in found} == {"TID02", "TID08", "TID10"}
    assert not any("överenskommelse" in one.message for one in found)
