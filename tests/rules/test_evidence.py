"""What is cited as showing that a point is met, and what is said where a whole section is missing."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.report import Verdict
from samverkan_cli.checking.rule import rules
from support.fragments import judge, parse
from support.packages import point

CITED: dict[str, tuple[str, str, list[str]]] = {
    "JB01": ("ST23", "", ["- {vad: utsatta för rån i årskurs 8"]),
    "LAG04": ("LAG04", "", ["kommunens_lägesbild: {titel"]),
    "LAG09": ("LAG09", "", ["syfte: Färre unga", "fokusområden: [{id: F1"]),
    "LAG12": ("LAG12", "", ["kontakter: [{part: kommun", "återkoppling: [{till: invånarna"]),
    # Both reports, that the problems are there, and that they are ranked.
    "SK05": ("SK05", "", ["bygger_på: [{part"] * 2 + ["- {id: P1, prioritet: 1"] * 2 + ["- {id: P2, prioritet: 2"] * 2),
    "SK06": ("SK06", "", ["orsaksanalys: {metod", "- {id: O1.1"]),
    "SK09": ("SK09", "", ["- {id: Å1.1, möter_orsaker", "- {id: O1.2"]),
    "SK10": ("SK10", "", ["indikator:", "- {id: Å1.1, bidrar"]),
    # The first one is enough.
    "LAG09-two": (
        "LAG09",
        "# idag: 2024-06-01\nperiod: {från: 2024-01-01}\nsyfte: Ett.\nfokusområden:\n  - {id: F1, namn: A}\n  - {id: F2, namn: B}\n",
        ["syfte: Ett", "- {id: F1"],
    ),
    "LAG12-two": (
        "LAG12",
        "# idag: 2024-06-01\nparter: [{id: k, typ: kommun}]\nkontakter:\n  - {part: k, funktion: a}\n  - {part: k, funktion: b}\n"
        "återkoppling:\n  - {till: invånare, vad: a}\n  - {till: invånare, vad: b}\n",
        ["- {part: k, funktion: a}", "- {till: invånare, vad: a}"],
    ),
    "SH07-two": (
        "SH07",
        "parter: [{id: k, typ: kommun}, {id: p, typ: polis, nivå: lokalpolisområde}]\nunderskrifter:\n"
        "  - {part: k, funktion: Kommunstyrelsens ordförande}\n  - {part: k, funktion: Kommunstyrelsens ordförande, datum: 2018-12-14}\n"
        "  - {part: p, funktion: Lokalpolisområdeschef}\n",
        ["- {part: k, funktion: Kommunstyrelsens ordförande}", "- {part: p, funktion"],
    ),
    "SK05-two": (
        "SK05",
        "bygger_på:\n  - {titel: A}\n  - {titel: B}\nproblem:\n  - {id: P1, prioritet: 1, namn: a}\n  - {id: P2, prioritet: 2}\n",
        ["- {titel: A}", "- {titel: B}", "- {id: P1", "- {id: P1"],
    ),
    "SK09-unranked": (
        "SK09",
        "problem: [{id: P1, prioritet: 1}, {id: P2}]\norsaker:\n  - {id: O1, gäller_problem: [P1], möts_inte: X.}\n"
        "  - {id: O2, gäller_problem: [P2], möts_inte: Y.}\nåtgärder: [{id: Å1, möter_orsaker: [O1]}]\n",
        ["- {id: O1", "åtgärder: [{id: Å1"],
    ),
    "SK13-effect": (
        "SK13",
        "fokusområden: [{id: F1}]\nåtgärder:\n  - id: Å1\n    gäller_fokusområden: [F1]\n    uppföljning:\n"
        "      - {vad: pass, vem: {ansvarig: {funktion: a}}, när: {minst: 1, per: år}}\nuppföljning:\n"
        "  - {typ: effekt, gäller_fokusområden: [F1], vad: trygghet, vem: {ansvarig: {funktion: a}}, när: {minst: 1, per: år}}\n",
        ["- {vad: pass"],
    ),
    "ST14-activity": ("ST14", "kommunikationsaktiviteter:\n  - {vad: a, vem: {ansvarig: {funktion: b}}}\n", ["- {vad: a"]),
    "LAG04-appendix": (
        "LAG04",
        "# idag: 2024-06-01\nparter: [{id: k, typ: kommun}]\n# fil: lägesbild.yaml\nsamverkan: 1\ntyp: lägesbild\npart: k\n"
        "kartläggning: a\nannan_information: b\nanalys: c\n",
        ["typ: lägesbild"],
    ),
    "ST14-two": (
        "ST14",
        "kommunikationsaktiviteter:\n  - {vad: a, vem: {ansvarig: {funktion: b}}}\n  - {vad: c, vem: {ansvarig: {funktion: d}}}\n",
        ["- {vad: a"],
    ),
    "ST14-contacts": ("ST14", "kontakter:\n  - {part: k, funktion: kommunikatör}\n  - {part: p, funktion: kommunikatör}\n", ["- {part: k"]),
    "ST44-two": (
        "ST44",
        "löften: [{id: L1, lydelse: a}]\nkommunicerat:\n  - {vad: a, kanal: b}\n  - {vad: c, kanal: d}\n",
        ["löften: [{id: L1, lydelse: a}]", "- {vad: a"],
    ),
    "SK06-two": (
        "SK06",
        "problem: [{id: P1}]\norsaksanalys: {metod: a, datum: 2018-10-10, medverkande: [b]}\n"
        "orsaker:\n  - {id: O1, gäller_problem: [P1], orsak: a}\n  - {id: O2, gäller_problem: [P1]}\n",
        ["orsaksanalys: {metod", "- {id: O1"],
    ),
    "SK13-two": (
        "SK13",
        "åtgärder:\n  - id: Å1\n    uppföljning:\n      - {vad: a, vem: {ansvarig: {funktion: a}}, när: {minst: 1, per: år}}\n"
        "      - {vad: b, vem: {ansvarig: {funktion: a}}, när: {minst: 1, per: år}}\n",
        ["- {vad: a"],
    ),
    "ST23-two": (
        "ST23",
        "problem: [{id: P1}]\nstatistik:\n  - {vad: a, värde: 9, uppdelning: {flickor: 6}}\n  - {vad: b, värde: 9, uppdelning: {pojkar: 12}}\n",
        ["- {vad: a"],
    ),
    "ST22-two": ("ST22", "medarbetardialoger:\n  - {namn: A}\n  - {namn: B}\n", ["- {namn: A}"]),
    "ST33-two": ("ST33", "medborgardialoger:\n  - {namn: A}\n  - {namn: B}\n", ["- {namn: A}"]),
    "ST54-two": ("ST54", "ägare: [råd]\nåterkopplat:\n  - {till: Råd, vad: a}\n  - {till: råd, vad: b}\n", ["- {till: Råd"]),
    "ST55-two": ("ST55", "återkopplat:\n  - {till: invånare, vad: a}\n  - {till: boende, vad: b}\n", ["- {till: invånare"]),
    "SK01-promised": (
        "SK01",
        "parter: [{id: k, typ: kommun}, {id: p, typ: polis}]\nsamordningsfunktioner:\n"
        "  - {part: k, funktion: a, mandat: b, tid: {procent: 50}}\n  - {part: p, funktion: c, tas_fram: {senast: 2019-08-31}}\n",
        ["- {part: k"],
    ),
}
"""By name: the point, the text (none: the rule's first good example), and how the lines begin that are cited."""


@pytest.mark.parametrize("name", list(CITED))
def test_what_shows_that_a_point_is_met_is_cited(name: str, tmp_path: Path) -> None:
    code, text, wanted = CITED[name]
    fragment = parse(text or rules()[name].page.good[0])
    report = judge(fragment, tmp_path, Options(all_steps=True))
    rows = {file: content.splitlines() for file, content in fragment.files.items()}
    cited = sorted(rows[one.file][one.span.line - 1].strip() for one in point(report, code).evidence)
    assert len(cited) == len(wanted), cited
    for line, start in zip(cited, sorted(wanted), strict=True):
        assert line.startswith(start)


LAW = "# idag: 2024-06-01\nperiod: {från: 2024-01-01}\n"
MISSING = (
    ("LAG04", LAW, "kommunens lägesbild enligt lagen finns inte här och nämns inte"),
    ("LAG10", LAW, "det framgår inte att det finns ett strategiskt råd"),
    ("LAG13", LAW, "det framgår inte vilken nämnd som leder kommunens arbete och rapporterar till fullmäktige"),
    ("SH03", "", "överenskommelsen har inga övergripande mål"),
    ("SH04", "", "det står inte hur arbetet dokumenteras"),
    ("SH08", "", "det står inte hur de som berörs får veta vad överenskommelsen innebär för dem"),
    ("SK01", "", "överenskommelsen har inga parter"),
    ("SK02", "", "ingen grupp äger överenskommelsen"),
    ("SK05", "", "det finns ingen gemensam problembild: inga problem är beskrivna"),
    ("SK06", "problem: [{id: P1}]\norsaker: [{id: O1, gäller_problem: [P1]}]\n", "ingen orsaksanalys är dokumenterad"),
    ("SK07", "", "inga medborgarlöften är valda, och det står inte varför"),
    ("SK08", "", "det finns inga åtgärder"),
    ("SK10", "åtgärder: [{id: Å1}]\n", "det finns inga mål"),
    ("SK09", "", "det finns inga åtgärder som kan möta orsakerna"),
    ("SK13", "", "det finns inga åtgärder att följa upp"),
    ("SK11", "", "det finns ingen kommunikationsplan"),
    ("SK12", "", "det står inte hur arbetet återkopplas"),
)


@pytest.mark.parametrize(("code", "text", "message"), MISSING, ids=[code for code, _, _ in MISSING])
def test_a_section_that_is_missing_is_said_once(code: str, text: str, message: str, tmp_path: Path) -> None:
    report = judge(parse(text), tmp_path, Options(select=(code,), all_steps=True))
    assert [one.message for one in report.diagnostics] == [message]
    assert report.diagnostics[0].help.endswith((".", "}"))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("TYD01", "samverkansorganisation: [{id: råd}]\n"),
        ("TYD05", "parter: [{id: kommun, fastställd: {organ: kompletteras}}]\n"),
        ("KED10", "åtgärder: [" + ", ".join(f"{{id: Å{number}, vem: {{ansvarig: {{aktör: kommun}}}}}}" for number in range(6)) + "]\n"),
        ("TID08", "titel: Utan period\n"),
    ],
)
def test_what_there_is_nothing_to_ask_of_is_not_asked(code: str, text: str, tmp_path: Path) -> None:
    assert judge(parse(text), tmp_path, Options(select=(code,), all_steps=True)).diagnostics == ()


def test_a_report_with_one_source_is_partly_there(tmp_path: Path) -> None:
    report = judge(parse(rules()["SK03"].page.bad[0]), tmp_path, Options(all_steps=True))
    assert point(report, "SK03").verdict is Verdict.PARTLY


@pytest.mark.parametrize(
    ("promised", "line", "more"),
    [
        ("titel: Kommunikationsplan, tas_fram: {senast: 2019-08-31}", 4, " (den ska tas fram senast 2019-08-31)"),
        ("titel: Uppföljningsplan, tas_fram: {senast: 2019-08-31}", 4, ""),
        ("titel: Kommunikationsplan", 4, ""),
    ],
)
def test_a_promised_communication_plan_is_mentioned(promised: str, line: int, more: str, tmp_path: Path) -> None:
    report = judge(parse(f"bilagor: [{{nr: '5', {promised}}}]"), tmp_path, Options(select=("SK11",), all_steps=True))
    assert [(one.message, one.span.line) for one in report.diagnostics] == [(f"det finns ingen kommunikationsplan{more}", line)]


@pytest.mark.parametrize(
    ("more", "mild"),
    [("", False), ("revidering: {minst: 1, per: år}\n", False), ("uppsägning: {uppsägningstid: tre månader}\n", False), ("both", True)],
)
def test_until_further_notice_is_milder_with_review_and_termination(more: str, mild: bool, tmp_path: Path) -> None:
    both = "revidering: {minst: 1, per: år}\nuppsägning: {uppsägningstid: tre månader}\n"
    text = "period: {från: 2019-01-01, till: tills vidare}\n" + (both if mild else more)
    report = judge(parse(text), tmp_path, Options(select=("SK14",), all_steps=True))
    (one,) = [found for found in report.diagnostics if found.code == "SK14"]
    assert ("revidering och uppsägning finns" in one.message) is mild


def test_an_action_points_at_causes_of_its_own_area_only(tmp_path: Path) -> None:
    text = """fokusområden: [{id: F1}, {id: F2}]
problem: [{id: P1, prioritet: 1, gäller_fokusområden: [F1]}, {id: P2, prioritet: 2, gäller_fokusområden: [F2]}, {id: P3, prioritet: 3}]
orsaker:
  - {id: O1, gäller_problem: [P1]}
  - {id: O2, gäller_problem: [P2]}
  - {id: O3, gäller_problem: [P3]}
åtgärder:
  - {id: Å1, gäller_fokusområden: [F1]}
"""
    report = judge(parse(text), tmp_path, Options(select=("SK09",), all_steps=True))
    found = {one.id: [other.span.line for other in one.related] for one in report.diagnostics}
    # O1 is in the same area and O3 in none; O2 belongs elsewhere and is said for itself.
    assert found == {"Å1": [7, 9], "O2": []}


def test_what_a_part_is_asked_for_is_counted(tmp_path: Path) -> None:
    report = judge(parse(rules()["FAM01"].page.bad[2]), tmp_path, Options(select=("FAM01",), all_steps=True))
    assert [one.message for one in report.diagnostics] == [
        "kravet K1 från överenskommelsen ovanför är inte uppfyllt: Delen har minst två egna mål (1 av minst 2 mål)"
    ]
    report = judge(parse(rules()["FAM01"].page.bad[0]), tmp_path, Options(select=("FAM01",), all_steps=True))
    assert [one.message for one in report.diagnostics] == [
        "kravet K1 från överenskommelsen ovanför är inte uppfyllt: Delen har egna mål (mål saknas)"
    ]


@pytest.mark.parametrize(
    ("unit", "message"),
    [
        ("enhet: personer", "bara 3 personer på en namngiven plats (skolan)"),
        ("datum: 2019-01-01", "bara 3 av ett slag på en namngiven plats (skolan)"),
        ("enhet: procent", ""),
        ("enhet: gripna per 1 000 invånare", ""),
    ],
)
def test_few_of_a_kind(unit: str, message: str, tmp_path: Path) -> None:
    report = judge(parse(f"statistik: [{{vad: gripna, värde: 3, plats: skolan, {unit}}}]"), tmp_path, Options(select=("SKY03",)))
    assert [one.message for one in report.diagnostics] == ([message] if message else [])
