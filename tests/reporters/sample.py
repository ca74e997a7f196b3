"""A report made by hand, with every level, every verdict, and text that would break a format that trusts it."""

import datetime

from samverkan_cli.checking.page import rule_report
from samverkan_cli.checking.report import Basis, DossierReport, PointReport, Report, Verdict, in_words
from samverkan_cli.checking.rule import rules
from samverkan_cli.diagnostics import Diagnostic, Fix, Group, Level, Related, Replacement, Span, Suppression

NASTY = "50 % klart: a, b::c | `d` *e* _f_ ~g~ <script>alert(1)</script> [länk](http://x.example) {0} @alla #12 !3 &amp; \\ å"
ODD_FILE = "mapp å/100 %, a:b.yaml"


def _found(number: int, code: str, name: str, level: Level, message: str, **more: object) -> Diagnostic:
    values: dict[str, object] = {"file": "agreement.yaml", "span": Span(number, 5, number, 9), "dossier": "prov", "help": "Skriv något."}
    return Diagnostic(code=code, name=name, level=level, message=message, fingerprint=f"{number:016x}", **{**values, **more})  # type: ignore[arg-type]


FOUND = (
    _found(1, "SK09", "koppling-orsak-åtgärd", Level.ERROR, "åtgärden Å1 säger inte vilken orsak den ska påverka", id="Å1", label="den här",
           help="Skriv  möter_orsaker: [O1]  under Å1.", suggestion="möter_orsaker: [O1]\nnär: {senast: 2019-05-01}\n```",
           related=(Related(ODD_FILE, Span(58, 9, 58, 17), "orsaken {O1}"),)),
    _found(2, "SK09", "koppling-orsak-åtgärd", Level.ERROR, NASTY, file=ODD_FILE, span=Span(2, 1, 4, 1), help=NASTY,
           fixes=(Fix(f"Skriv {NASTY}", (Replacement(Span(2, 1, 2, 4), NASTY),), False, ODD_FILE),)),
    _found(3, "SK16", "logotyper", Level.WARNING, "radbrytning\noch \x0bstyrtecken\x1b[31m, \u202evänt\ud800", span=Span(3, 1, 4, 1)),
    _found(4, "KED09", "problem-utan-plats", Level.NOTE, "problemet P1 har ingen plats", file="../utanför.yaml"),
    _found(5, "SK07", "medborgarlöfte", Level.WARNING, "inga medborgarlöften är valda",
           suppressed=Suppression("undantag", "Löften väljs i maj.", "2019-12-31", "rådet")),
    _found(6, "SK02", "ägare", Level.ERROR, "ingen äger överenskommelsen", suppressed=Suppression("baseline", "")),
    _found(7, "SK01", "samordnande-funktion", Level.ERROR, "ingen samordnar", dossier="andra", file="andra/agreement.yaml"),
)  # fmt: skip


def _point(code: str, name: str, verdict: Verdict, *rules: str, remarks: tuple[str, ...] = ()) -> PointReport:
    later = verdict is Verdict.NOT_DUE
    word = in_words(verdict, Basis.UNREADABLE, "saknas", in_step=False)
    group = Group.LATER if later else Group.NOW
    return PointReport(code, name, "skåne-17", 1, verdict, rules or (code,), (), remarks, word, group, Basis.UNREADABLE)


POINTS = (
    _point("SK01", "samordnande-funktion", Verdict.MET),
    _point("SK02", "ägare", Verdict.EXEMPT),
    _point("SK08", "när-vad-vem-hur", Verdict.NOT_DUE),
    _point("SK09", "koppling-orsak-åtgärd", Verdict.PARTLY, "SK09", "KED01", remarks=("Å1 saknar orsak",)),
    _point("SK10", "mätbara-mål", Verdict.MISSING),
    _point("SK16", "logotyper", Verdict.MISSING),
    _point("SK17", "underskrifter", Verdict.UNKNOWN),
    _point("SK14", "giltighetstid", Verdict.NOT_APPLICABLE, remarks=("gäller inte här",)),
)
JUDGED = ("SK01", "SK02", "SK09", "KED01", "SK16", "KED09", "TID01", "FIL01")
DAY = datetime.date(2019, 6, 1)
REPORT = Report(
    DAY,
    (
        DossierReport(
            "prov", "agreement.yaml", "Prov | <b> `x` #", 4, DAY, ("agreement.yaml", ODD_FILE), (), (), POINTS, judged_rules=JUDGED
        ),
        DossierReport(
            "andra", "andra/agreement.yaml", "1. Andra", None, DAY, ("andra/agreement.yaml",), (), (), (), judged_rules=("SK01",)
        ),
    ),
    FOUND,
    {},
    {
        code: rule_report(rules()[code])
        for code in sorted({*JUDGED, *(one.code for one in FOUND), *(code for point in POINTS for code in point.rules)})
    },
)
EMPTY = Report(DAY, (), (), {})
