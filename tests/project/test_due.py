"""What falls due: to count is not to report, a day is a day, a goal waits for its measurement, and the order of the files has no say."""

import datetime
import itertools
from pathlib import Path

import pytest

from samverkan_cli.models.keys import defined_id
from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.due import Due, State, due
from samverkan_cli.project.family import with_family
from samverkan_cli.project.sources import Sources

HEAD = "samverkan: 1\ntyp: överenskommelse\nid: provsta\nperiod: {från: 2027-01-01, till: 2028-12-31}\n"
FOLLOWED = "åtgärder: [{id: Å1, när: {från: 2027-01-01, till: 2028-12-18}, uppföljning: [{id: U1, när: {minst: 2, per: år}}]}]\n"
LAST = datetime.date(2031, 12, 31)


def report(text: str) -> str:
    return f"samverkan: 1\ntyp: uppföljning\n{text}\n"


def dossier_of(folder: Path, text: str, **reports: str) -> Dossier:
    rows = "".join(f'  - {{nr: "{number}", fil: {name}.yaml}}\n' for number, name in enumerate(reports, 1))
    (folder / "agreement.yaml").write_text(HEAD + text + (f"bilagor:\n{rows}" if rows else ""), encoding="utf-8")
    for name, content in reports.items():
        (folder / f"{name}.yaml").write_text(report(content), encoding="utf-8")
    (found,) = find_dossiers([folder], LAST, Sources(base=folder))
    assert not found.faults, found.faults
    return found


def standing(dossier: Dossier, day: str) -> dict[str, State]:
    """The state of each thing, by its id, or by whom a report is for, as it was known on a day."""
    today = datetime.date.fromisoformat(day)
    return {name(one): one.state for one in due(dossier, today, today)}


def name(one: Due) -> str:
    return defined_id(one.node) or f"till {getattr(one.node, 'to', '')}"


def flips(dossier: Dossier, thing: str, *days: str) -> list[str]:
    return [standing(dossier, day)[thing].value for day in days]


def test_the_follow_ups_own_rhythm_stands_in(tmp_path: Path) -> None:
    found = dossier_of(tmp_path, FOLLOWED)
    assert flips(found, "U1", "2027-08-12", "2027-08-13", "2028-06-01") == ["kommande", "försenad", "försenad"]


def test_only_what_touches_it_meets_it(tmp_path: Path) -> None:
    other = "datum: 2027-06-15\nutfall: [{åtgärd: Å2, bedömning: grön}]"
    touching = "datum: 2027-09-15\nutfall: [{åtgärd: Å1, bedömning: grön}]"
    found = dossier_of(tmp_path, FOLLOWED.replace("åtgärder: [", "åtgärder: [{id: Å2}, "), a=other, b=touching)
    assert flips(found, "U1", "2027-08-13", "2027-09-14", "2027-09-15") == ["försenad", "försenad", "kommande"]


@pytest.mark.parametrize(
    "said", ["återkoppling: [{till: rådet, när: {minst: 1, per: år}}]\n", "återkoppling: [{till: rådet, när: {senast: 2028-11-30}}]\n"]
)
def test_to_count_is_not_to_report(tmp_path: Path, said: str) -> None:
    """Where it is said how the work is reported, it is the report that falls due, and the counting never."""
    found = dossier_of(tmp_path, FOLLOWED + said)
    assert "U1" not in standing(found, "2028-12-31")
    assert standing(found, "2028-12-31")["till rådet"] is State.LATE


def test_how_residents_hear_of_a_pledge_says_nothing_of_the_work(tmp_path: Path) -> None:
    found = dossier_of(tmp_path, FOLLOWED + "löften: [{id: L1, återkoppling: [{till: invånare, när: {senast: 2028-02-28}}]}]\n")
    assert standing(found, "2027-08-13")["U1"] is State.LATE


def test_a_report_to_a_group(tmp_path: Path) -> None:
    text = "återkoppling: [{till: Rådet, när: {minst: 2, per: år}}]\n"
    whole = "datum: 2027-08-01\navser: {från: 2027-01-01, till: 2027-06-30}"
    found = dossier_of(tmp_path, text, a=whole)
    assert flips(found, "till Rådet", "2027-08-12", "2028-02-10", "2028-02-11") == ["kommande", "kommande", "försenad"]
    told = dossier_of(tmp_path, text, a="datum: 2027-02-01\nåterkopplat: [{till: rådet, datum: 2027-08-10}]")
    assert flips(told, "till Rådet", "2027-08-14") == ["kommande"]


MEETS = "samverkansorganisation: [{id: råd, namn: Brottsförebyggande rådet, mötesdagar: [2027-02-12, 2027-09-10, 2028-02-11]}]\n"


@pytest.mark.parametrize("to", ["råd", "Brottsförebyggande rådet"])
def test_the_receiving_group_meets(tmp_path: Path, to: str) -> None:
    """At the first meeting after the interval, or, where no interval is said, at each."""
    often = dossier_of(tmp_path, f"{MEETS}återkoppling: [{{till: {to}, när: {{minst: 2, per: år}}}}]\n")
    assert flips(often, f"till {to}", "2027-09-10", "2027-09-11") == ["kommande", "försenad"]
    each = dossier_of(tmp_path, f"{MEETS}återkoppling: [{{till: {to}, vad: läget}}]\n", a="datum: 2027-02-05")
    assert flips(each, f"till {to}", "2027-02-12", "2027-09-10", "2027-09-11") == ["kommande", "kommande", "försenad"]


def test_a_follow_up_to_a_group_that_meets(tmp_path: Path) -> None:
    """It is reported at the meeting, and any follow-up will do; how often it is counted does not fall due by itself."""
    text = MEETS + FOLLOWED.replace("{id: U1,", "{id: U1, till: råd,").replace("minst: 2, per: år", "minst: 1, per: månad")
    assert flips(dossier_of(tmp_path, text), "U1", "2027-02-12", "2027-02-13") == ["kommande", "försenad"]
    told = dossier_of(tmp_path, text, a="datum: 2027-02-10\navser: {till: 2027-01-31}\nslutsatser: [Det går bra.]")
    assert flips(told, "U1", "2027-02-13", "2027-04-11", "2027-04-12") == ["kommande", "kommande", "försenad"], (
        "no meeting within three months"
    )


def test_what_is_said_above_holds_below(tmp_path: Path) -> None:
    part = tmp_path / "del"
    part.mkdir()
    (tmp_path / "agreement.yaml").write_text(
        f"{HEAD.replace('provsta', 'hela')}delar: [{{fil: del/agreement.yaml}}]\nåterkoppling: [{{till: rådet, när: {{minst: 1, per: år}}}}]\n",
        encoding="utf-8",
    )
    (part / "agreement.yaml").write_text(f"{HEAD}{FOLLOWED}del_av: {{fil: ../agreement.yaml}}\n", encoding="utf-8")
    sources = Sources(base=tmp_path)
    below = next(with_family(one, sources) for one in find_dossiers([part], LAST, sources))
    assert below.family.above is not None
    assert "U1" not in standing(below, "2027-09-01")


def test_a_day_is_a_day(tmp_path: Path) -> None:
    """It is met by what is told of it from the beginning on; of what recurs, by what is told of the last time."""
    text = "mål: [{id: M1}]\nuppföljning: [{id: U2, gäller_mål: [M1], när: {NÄR senast: 2028-04-30}}]\n"
    value = "datum: 2027-06-01\nmätvärden: [{mål: M1, värde: 8, datum: 2027-04-29}]"
    once = dossier_of(tmp_path, text.replace("NÄR", ""), a=value)
    assert flips(once, "U2", "2027-05-31", "2027-06-01", "2028-05-01") == ["kommande", "gjord", "gjord"]
    yearly = dossier_of(tmp_path, text.replace("NÄR", "minst: 1, per: år,"), a=value)
    assert flips(yearly, "U2", "2028-04-30", "2028-05-01") == ["gjord", "gjord"], "known in June, so it is from the last year"
    older = dossier_of(tmp_path, text.replace("NÄR", "minst: 1, per: år,"), a=value.replace("datum: 2027-06-01", "datum: 2027-04-29"))
    assert flips(older, "U2", "2028-04-30", "2028-05-01") == ["kommande", "försenad"]


def test_what_the_last_follow_up_does_not_name_is_unclear(tmp_path: Path) -> None:
    text = "mål: [{id: M1}]\nuppföljning: [{id: U2, gäller_mål: [M1], när: {senast: 2027-04-30}}]\n"
    found = dossier_of(tmp_path, text, a="datum: 2027-06-01")
    assert flips(found, "U2", "2027-04-30", "2027-05-01", "2027-06-01") == ["kommande", "försenad", "oklart"]


def test_a_goal_waits_for_its_measurement(tmp_path: Path) -> None:
    text = "mål: [{id: M1, indikator: {riktning: minska, målnivå: {värde: 7, datum: 2027-10-15}}}]\n"
    before = "datum: 2027-09-10\nmätvärden: [{mål: M1, värde: 8, datum: DAG}]"
    inside = dossier_of(tmp_path, text, a=before.replace("DAG", "2026-10-15"))
    assert flips(inside, "M1", "2027-10-15", "2027-10-16", "2028-01-15", "2028-01-16") == [
        "kommande",
        "inväntar mätning",
        "inväntar mätning",
        "gjord",
    ]
    outside = dossier_of(tmp_path, text, a=before.replace("DAG", "2026-10-14"))
    assert flips(outside, "M1", "2028-01-15", "2028-01-16") == ["inväntar mätning", "försenad"]
    after = dossier_of(tmp_path, text, a="datum: 2027-10-20\nmätvärden: [{mål: M1, värde: 8, datum: 2027-10-15}]")
    assert flips(after, "M1", "2027-10-19", "2027-10-20") == ["inväntar mätning", "gjord"]


def test_an_action_that_has_ended(tmp_path: Path) -> None:
    text = "åtgärder: [{id: Å1, när: {till: 2027-10-31}MER}]\n"
    assert flips(dossier_of(tmp_path, text.replace("MER", "")), "Å1", "2027-12-12", "2027-12-13") == ["kommande", "försenad"]
    closed = dossier_of(tmp_path, text.replace("MER", ", avslutad: {datum: 2027-06-01}"))
    assert flips(closed, "Å1", "2027-12-13") == ["gjord"]
    late = "datum: 2027-11-20\navser: {från: 2027-01-01, till: DAG}\nutfall: [{åtgärd: Å1, bedömning: grön}]"
    near = dossier_of(tmp_path, text.replace("MER", ""), a=late.replace("DAG", "2027-07-31"))
    assert flips(near, "Å1", "2027-11-19", "2027-11-20") == ["kommande", "gjord"]
    early = dossier_of(tmp_path, text.replace("MER", ""), a=late.replace("DAG", "2027-07-30"))
    assert flips(early, "Å1", "2027-11-20", "2027-12-13") == ["kommande", "försenad"]


def test_an_action_that_was_ended_is_followed_up_no_more(tmp_path: Path) -> None:
    """When and why stands on it. Until then what was late is late."""
    found = dossier_of(tmp_path, FOLLOWED.replace("id: Å1,", "id: Å1, avslutad: {datum: 2027-09-01},"))
    assert flips(found, "U1", "2027-08-31") == ["försenad"]
    assert "U1" not in standing(found, "2027-09-01")


def test_what_is_dated_later_is_not_known(tmp_path: Path) -> None:
    found = dossier_of(tmp_path, FOLLOWED, a="datum: 2027-08-20\navser: {till: 2027-06-30}\nutfall: [{åtgärd: Å1, bedömning: grön}]")
    day = datetime.date(2027, 8, 15)
    states = [next(one.state for one in due(found, day, known) if name(one) == "U1") for known in (day, datetime.date(2027, 8, 20))]
    assert states == [State.LATE, State.UPCOMING], "what was known then, and what is known now"
    assert flips(found, "U1", "2027-08-19", "2027-08-20") == ["försenad", "kommande"]


def test_a_listed_follow_up_that_lies_elsewhere_may_say_it(tmp_path: Path) -> None:
    found = dossier_of(tmp_path, FOLLOWED + 'bilagor: [{nr: "7", titel: Uppföljning första halvåret, datum: 2027-08-01}]\n')
    assert flips(found, "U1", "2027-08-13") == ["kommande"]
    plan = dossier_of(tmp_path, FOLLOWED + 'bilagor: [{nr: "7", titel: Uppföljningsplan, datum: 2027-08-01}]\n')
    assert flips(plan, "U1", "2027-08-13") == ["försenad"]


def test_the_order_of_the_files_has_no_say(tmp_path: Path) -> None:
    text = FOLLOWED + "mål: [{id: M1, indikator: {målnivå: {värde: 7, datum: 2027-10-15}}}]\n"
    reports = {
        "a": "datum: 2027-06-15\nutfall: [{åtgärd: Å1, bedömning: röd}]\nmätvärden: [{mål: M1, värde: 9, datum: 2027-06-01}]",
        "b": "datum: 2027-12-10\nutfall: [{åtgärd: Å1, bedömning: gul}]\nmätvärden: [{mål: M1, värde: 8, datum: 2027-11-01}]",
        "c": "datum: 2027-12-10\nutfall: [{åtgärd: Å1, bedömning: grön}]",
    }
    answers = set()
    for number, order in enumerate(itertools.permutations(reports)):
        folder = tmp_path / str(number)
        folder.mkdir()
        rows = "".join(f'  - {{nr: "7.{"abc".index(name) + 9}", fil: {name}.yaml}}\n' for name in order)
        (folder / "agreement.yaml").write_text(f"{HEAD}{text}bilagor:\n{rows}", encoding="utf-8")
        for file, content in reports.items():
            (folder / f"{file}.yaml").write_text(report(content), encoding="utf-8")
        (found,) = find_dossiers([folder], LAST, Sources(base=folder))
        latest = found.graph.assessment_of("Å1")
        value = found.graph.measurements_of("M1")[-1]
        answers.add((latest.assessment if latest else "", value.value, tuple(sorted(standing(found, "2028-02-01").items()))))
    assert len(answers) == 1
    ((assessment, measured, _),) = answers
    assert (assessment, measured) == ("grön", 8), "appendix 7.11 comes after 7.10 and 7.9"


def test_never_back_but_by_something_dated(tmp_path: Path) -> None:
    """A thing that is late stays late, day after day, until a document of that day says something."""
    text = FOLLOWED + "mål: [{id: M1, indikator: {målnivå: {värde: 7, datum: 2027-10-15}}}]\nåterkoppling: []\n"
    reports = {
        "a": "datum: 2027-09-20\nutfall: [{åtgärd: Å1, bedömning: grön}]",
        "b": "datum: 2028-09-20\nmätvärden: [{mål: M1, värde: 8, datum: 2028-09-01}]",
    }
    found = dossier_of(tmp_path, text.replace("återkoppling: []\n", ""), **reports)
    dated = {datetime.date(2027, 9, 20), datetime.date(2028, 9, 20)}
    before: dict[str, State] = {}
    for number in range(900):
        today = datetime.date(2027, 1, 1) + datetime.timedelta(days=number)
        now = standing(found, today.isoformat())
        for thing, state in before.items():
            if state is State.LATE and now.get(thing) is not State.LATE:
                assert today in dated, f"{thing} was late and is {now.get(thing)} on {today}"
        before = now
