"""A report made by hand, for the formats that people and their programs read: every level, two places, a block to paste, long and odd lines."""

import datetime
from typing import Any

from samverkan_cli.checking.page import rule_report
from samverkan_cli.checking.report import Cited, DossierReport, PointReport, Report, Verdict
from samverkan_cli.checking.rule import rules
from samverkan_cli.diagnostics import Diagnostic, Group, Item, Level, Related, Span, Suppression

DAY = datetime.date(2019, 6, 1)

AGREEMENT = """\
samverkan: 1
typ: överenskommelse
titel: Samverkan 2019–2020
orsaker:
  - {id: O1.2, gäller_problem: [P1], orsak: Dålig sikt}
parter:
  - id: kommun
    namn: Vår kommun
"""
PLAN = (
    """\
samverkan: 1
typ: åtgärdsplan
syfte: Parterna ska tillsammans göra så mycket att raden blir längre än vad som ryms i ett vanligt fönster, och då """
    + """kortas den så att felet ändå syns: här.
åtgärder:
  - id: Å1.3
    vad:\tVuxna 👮 på plats  # med tabb
    hur: "\x07"
"""
)


def _found(code: str, name: str, level: Level, message: str, file: str, span: Span, *, reason: str = "", **more: Any) -> Diagnostic:
    suppressed = Suppression("undantag", reason, "2019-12-31") if reason else None
    ordinal = f"{span.line:08x}{span.column:08x}"
    return Diagnostic(code, name, level, "vår-2019", message, file, span, fingerprint=ordinal, suppressed=suppressed, **more)


FOUND = (
    _found(
        "SK15", "fastställd", Level.ERROR, "det står inte vem hos Vår kommun som har fastställt överenskommelsen",
        "agreement.yaml", Span(7, 5, 7, 15), id="kommun", help="Skriv organet och beslutsdagen.",
        suggestion="    fastställd: {organ: …, datum: …}", why="Beslutet visar att organisationen står bakom.",
    ),
    _found("SK16", "logotyper", Level.WARNING, "logotypen för Vår kommun saknas", "agreement.yaml", Span(8, 5, 8, 9), reason="Tas fram i höst."),
    _found(
        "KED07", "omätbara-verb", Level.NOTE, "”tillsammans göra” går inte att mäta", "bilagor/plan.yaml", Span(3, 138, 3, 141),
        help="Skriv vad som ska vara annorlunda.",
    ),
    _found(
        "SK09", "koppling-orsak-åtgärd", Level.ERROR, "åtgärden Å1.3 säger inte vilken orsak den ska påverka",
        "bilagor/plan.yaml", Span(5, 5, 5, 13), id="Å1.3", label="den här åtgärden",
        help="Skriv  möter_orsaker: [O1.2]  under Å1.3, om de hör ihop.", why="Det ska gå att se vilken orsak en åtgärd påverkar.",
        related=(Related("agreement.yaml", Span(5, 6, 5, 14), "orsaken O1.2 (problem P1) möts ännu av ingen åtgärd"),),
    ),
    _found("KED09", "problem-utan-plats", Level.WARNING, "här är 👮 två kolumner", "bilagor/plan.yaml", Span(6, 15, 6, 22), help="Rätta."),
    _found("FIL02", "går-inte-att-läsa", Level.ERROR, "ett styrtecken \x07 och två\nrader", "bilagor/plan.yaml", Span(7, 11, 7, 12), help="Ta bort."),
    _found(
        "SK10", "mätbara-mål", Level.ERROR, "målet M1 går inte att följa upp: källa och målnivå saknas", "agreement.yaml", Span(5, 6, 5, 14),
        id="M1", items=(Item("källa", "M1", "baseline"), Item("målnivå", "M1")), step=4,
    ),
    _found("SK07", "medborgarlöfte", Level.ERROR, "inga medborgarlöften är valda", "agreement.yaml", Span(1, 1, 1, 2), group=Group.STEP, step=4),
    _found(
        "SK17", "underskrifter", Level.ERROR, "Polisen har inte skrivit under", "agreement.yaml", Span(2, 1, 2, 2), group=Group.STEP, step=4,
        given_by_signing=True,
    ),
    _found("ST51", "effekten-undersökt", Level.NOTE, "effekten för målet M1 är inte mätt", "agreement.yaml", Span(3, 1, 3, 2), group=Group.LATER, step=5),
    _found("SK12", "återkoppling", Level.ERROR, "det står inte hur arbetet återkopplas", "agreement.yaml", Span(1, 1, 1, 2), absent=True, step=3,
           help="Skriv till vilka.", suggestion="återkoppling:\n  - till: råd", related=(Related("agreement.yaml", Span(2, 1, 2, 2), "den här parten"),)),
    _found("FIL08", "filen-saknas", Level.ERROR, "en fil som ingen har läst", "bilagor/borta.yaml", Span(1, 1, 1, 1), help="Lägg dit den."),
)  # fmt: skip


WORDS = {
    (Verdict.MET, False): "uppfylld", (Verdict.PARTLY, False): "delvis", (Verdict.MISSING, False): "saknas", (Verdict.UNKNOWN, False): "okänt",
    (Verdict.EXEMPT, False): "undantag", (Verdict.NOT_APPLICABLE, False): "ej tillämplig", (Verdict.NOT_DUE, False): "ännu inte aktuell",
    (Verdict.NOT_DUE, True): "återstår",
}  # fmt: skip


def _point(
    number: int, name: str, verdict: Verdict, *lines: int, step: int = 4, remarks: tuple[str, ...] = (), left: bool = False
) -> PointReport:
    cited = tuple(Cited("agreement.yaml", Span(line, 5, line, 9), None) for line in lines)
    group = Group.NOW if verdict is not Verdict.NOT_DUE else Group.STEP if left else Group.LATER
    return PointReport(f"SK{number:02}", name, "skåne-17", step, verdict, (f"SK{number:02}",), cited, remarks, WORDS[verdict, left], group)


POINTS = (
    _point(1, "samordnande-funktion", Verdict.MET, 7, 8, step=1),
    _point(2, "ägare", Verdict.MET, 3, 5, 7, 8, step=1),
    _point(7, "medborgarlöfte", Verdict.NOT_DUE, left=True),
    _point(9, "koppling-orsak-åtgärd", Verdict.PARTLY, 5, 7, remarks=("Å1.3 säger inte vilken orsak",)),
    _point(10, "mätbara-mål", Verdict.MISSING, remarks=("M1 saknar källa", "M2 saknar källa", "M3 saknar källa", "M4 saknar källa")),
    _point(11, "kommunikationsplan", Verdict.NOT_DUE),
    _point(13, "uppföljning-av-åtgärder", Verdict.UNKNOWN),
    _point(16, "logotyper", Verdict.EXEMPT, step=3),
    _point(17, "underskrifter", Verdict.NOT_APPLICABLE, step=3, remarks=("gäller inte här",)),
)

REPORT = Report(
    DAY,
    (
        DossierReport(
            "vår-2019", "agreement.yaml", "Samverkan 2019–2020", 4, DAY, ("agreement.yaml", "bilagor/plan.yaml"),
            ("bilagor/uppföljning.yaml",), ("bilagor/borta.yaml",), POINTS, (("problem", 1), ("orsaker", 2), ("mål", 0), ("åtgärd", 1)),
        ),
        DossierReport("gamla", "gamla/agreement.yaml", "Samverkan 2015–2016", None, datetime.date(2016, 12, 31), ("gamla/agreement.yaml",), (), (), ()),
    ),
    FOUND,
    {file: dict(enumerate(text.split("\n"), 1)) for file, text in (("agreement.yaml", AGREEMENT), ("bilagor/plan.yaml", PLAN))},
    {one.code: rule_report(rules()[one.code]) for one in FOUND} | {code: rule_report(rules()[code]) for point in POINTS for code in point.rules},
)  # fmt: skip

NOTHING = Report(DAY, (REPORT.dossiers[1],), (), {})
