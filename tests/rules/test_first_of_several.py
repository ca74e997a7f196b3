"""Where several things are missing or wrong at once, the first of them is where the finding stands; an empty key shows which one that is."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.rule import rules
from support.fragments import judge, parse

TEXTS = (
    ("SK08", "åtgärder:\n  - id: Å1\n    när:  # <-\n    vad:\n    vem:\n    hur:\n"),
    (
        "SK10",
        "mål:\n  - id: M1\n    indikator:\n      mått:  # <-\n      källa:\n      baslinje:\n      målnivå:\nåtgärder: [{id: Å1, bidrar_till_mål: [M1]}]\n",
    ),
    ("SK11", "kommunikationsaktiviteter:\n  - vad: a\n    målgrupp:  # <-\n    kanal:\n  - {vad: b}\n"),
    ("TYD02", "kommunikationsaktiviteter:\n  - vad: a\n    målgrupp:  # <-\n    kanal:\n    vem:\n    när:\n"),
    (
        "SK11",
        "titel: A\n# fil: a.yaml\nsamverkan: 1\ntyp: kommunikationsplan  # <-\ntitel: A\n# fil: b.yaml\nsamverkan: 1\ntyp: kommunikationsplan\n",
    ),
    ("SK12", "återkoppling:\n  - vad: läget\n    till:  # <-\n    när:\n"),
    (
        "SK13",
        "åtgärder:\n  - id: Å1\n    uppföljning:\n      - typ: process\n        vad:  # <-\n        vem:\n        när:\n      - {vad: pass}\n",
    ),
    ("SK14", "period:\n  från:  # <-\n  till:\n"),
    ("SK15", "parter:\n  - id: k\n    fastställd:\n      organ:  # <-\n      datum:\n"),
    (
        "SK06",
        "problem: [{id: P1}]\norsaker: [{id: O1, gäller_problem: [P1]}]\norsaksanalys:\n  metod:  # <-\n  datum: 2018-10-10\n  underlag:\n",
    ),
    ("SK05", "bygger_på:  # <-\nproblem:\n  - {id: P1, namn: A}\n  - {id: P2, namn: B}\n"),
    ("SK05", "bygger_på: [{titel: A}, {titel: B}]\nproblem:\n  - {id: P1, namn: A}  # <-\n  - {id: P2, namn: B}\n  - {id: P3, namn: C}\n"),
    (
        "SK01",
        "parter: [{id: k, typ: kommun}, {id: p, typ: polis}]\nsamordningsfunktioner:\n"
        "  - {part: p, funktion: a, mandat: b, tid: {procent: 50}}\n  - part: k\n    funktion: a\n    mandat:  # <-\n    tid:\n",
    ),
    (
        "SH04",
        "dokumentation: {var: loggen}  # <- varning\n# fil: plan.yaml\nsamverkan: 1\ntyp: åtgärdsplan\ndokumentation: {var: protokollet}\n",
    ),
    ("SH08", "samsyn:\n  - vilka: alla\n    hur:  # <-\n    när:\n"),
    ("LAG13", "# idag: 2024-06-01\nledning:\n  organ:  # <-\n  rapporterar_till:\n  när: {minst: 1, per: år}\n"),
    ("LAG09", "# idag: 2024-06-01\nperiod: {från: 2024-01-01}\nsyfte:  # <-\nfokusområden:\n"),
    (
        "LAG04",
        "# idag: 2024-06-01\nparter: [{id: k, typ: kommun}]\n"
        "# fil: lägesbild.yaml\nsamverkan: 1\ntyp: lägesbild\npart: k\nkartläggning:  # <- upplysning\nannan_information:\nanalys:\n",
    ),
    ("SK17", "parter: [{id: k}]\nunderskrifter:\n  - {part: k, funktion: a, datum: …}  # <-\n  - {part: k, funktion: b, datum: …}\n"),
    (
        "SK17",
        "# idag: 2018-12-01\nparter: [{id: k}]\nunderskrifter:\n  - {part: k, datum: 2018-12-13}  # <-\n  - {part: k, datum: 2018-12-14}\n",
    ),
    (
        "SH07",
        "parter: [{id: k, typ: kommun}, {id: p, typ: polis, nivå: lokalpolisområde}]\nunderskrifter:\n"
        "  - {part: k, funktion: kommundirektör}  # <-\n  - {part: k, funktion: säkerhetschef}\n  - {part: p, funktion: lokalpolisområdeschef}\n",
    ),
    ("SK03", "parter: [{id: k, typ: kommun}]\nbygger_på:\n  - part: k\n    datum:  # <-\n    källor:\n  - {part: k, titel: B}\n"),
    (
        "SK03",
        "parter: [{id: k, typ: kommun}]\nbygger_på:\n"
        "  - {part: k, datum: 2018-06-14, källor: [elevenkät, trygghetsmätning]}  # <-\n"
        "  - {part: k, datum: 2018-06-14, källor: [elevenkät, trygghetsmätning]}\n",
    ),
    (
        "SK07",
        "inga_löften: {datum: 2018-12-12}  # <-\n# fil: plan.yaml\nsamverkan: 1\ntyp: åtgärdsplan\ninga_löften: {datum: 2018-12-12}\n",
    ),
    ("ST32", "problem:  # <-\n  - {id: P1}\n# fil: problembild.yaml\nsamverkan: 1\ntyp: problembild\nproblem: [{id: P2}]\n"),
    (
        "TID03",
        "mål:\n  - {id: M1, typ: effekt, indikator: {målnivå: {värde: 7, datum: 2019-01-15}}}  # <-\nåtgärder:\n"
        "  - {id: Å1, bidrar_till_mål: [M1], när: {från: 2019-03-01}}\n  - {id: Å2, bidrar_till_mål: [M1], när: {från: 2019-02-04}}\n",
    ),
)


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[code for code, _ in TEXTS])
def test_the_finding_stands_at_the_first(code: str, text: str, tmp_path: Path) -> None:
    fragment = parse(text)
    report = judge(fragment, tmp_path, Options(select=(code,), all_steps=True))
    own = rules()[code].level.swedish
    assert {(one.file, one.span.line): one.level.swedish for one in report.diagnostics} == {
        place: level or own for place, level in fragment.levels.items()
    }


def test_the_first_that_had_the_id_is_pointed_at(tmp_path: Path) -> None:
    report = judge(parse("åtgärder:\n  - {id: A}\n  - {id: A}\n  - {id: A}\n"), tmp_path, Options(select=("KED02",)))
    assert [(one.span.line, [other.span.line for other in one.related]) for one in report.diagnostics] == [(6, [5]), (7, [5])]
