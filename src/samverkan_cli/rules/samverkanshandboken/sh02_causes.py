"""SH02."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Unjudged
from samverkan_cli.models.problems import Problem
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import first_document
from samverkan_cli.rules._vocabulary import CAUSES
from samverkan_cli.swedish import listing


@rule("SH02", "troliga-orsaker", Level.WARNING, step=3, words=(CAUSES,))
def likely_causes_are_told(case: Case) -> Verdicts:
    """Det står vad problemen troligen beror på

    Åtgärderna ska möta orsakerna, så de måste vara sagda (handboken, Vad ska stå i överenskommelsen).

    Varje prioriterat problem har minst en orsak i ord; är inget prioriterat gäller det alla. Ett avsnitt med ordet orsaker i rubriken räknas
    också. Hur orsakerna togs fram frågar SK06 efter. Står orsaksanalysen eller problembilden någon annanstans går det inte att bedöma.

    Godkänns:

        problem: [{id: P1, prioritet: 1, namn: Unga rånar unga}, {id: P2, namn: Höga farter vid skolan}]
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}

    Godkänns:

        problem: [{id: P1, prioritet: 1, namn: Unga rånar unga}]
        avsnitt: [{rubrik: Bakomliggande orsaker, text: Få vuxna rör sig vid stationen.}]

    Underkänns:

        problem:
          - {id: P1, prioritet: 1, namn: Unga rånar unga}
          - {id: P2, prioritet: 2, namn: Höga farter vid skolan}  # <-
          - {id: P3, prioritet: 3, namn: Klotter}
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}
          - {id: O3.1, gäller_problem: [P3]}

    Underkänns:

        problem: [{id: P1, prioritet: 1, namn: Unga rånar unga}]
        orsaksanalys: {metod: orsaksträd, datum: 2018-10-10}
        orsaker:  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    causes = [cause for cause in dossier.causes if says(cause.cause)]
    told = [one for document in dossier.documents for one in document.sections if CAUSES.found_in(one.heading) and says(one.text)]
    yield from (Evidence(one.here) for one in (*causes, *told))
    if told:
        return
    if not causes:
        if elsewhere := listed_elsewhere(dossier, "orsaksanalys", "problembild"):
            yield Unjudged(why_unseen(elsewhere))
            return
        yield Finding(
            "det står inte vad problemen troligen beror på",
            first_document(dossier, "problembild").at("causes"),
            "Skriv minst en sannolik orsak för varje problem under orsaker.",
            suggestion="orsaker:\n  - {id: O1.1, gäller_problem: [P1], orsak: …, underlag: …}",
            cured_by=frozenset({"orsaker", "problembild"}),
            superseded_by=("SK06",),
        )
        return
    without = [problem for problem in dossier.prioritised if not _has_cause(dossier, problem)]
    if without:
        names = listing(problem.id or problem.name or "ett utan id" for problem in without)
        yield Finding(
            f"det står inte vad {names} troligen beror på",
            without[0].here,
            "Skriv minst en sannolik orsak för varje problem under orsaker.",
            cured_by=frozenset({"orsaker"}),
            superseded_by=("SK06",),
            progress=f"{names} har ingen orsak",
            items=tuple(Item("orsak", problem.id or "") for problem in without),
        )


def _has_cause(dossier: Dossier, problem: Problem) -> bool:
    return any(says(cause.cause) for cause in dossier.graph.causes_of(problem))
