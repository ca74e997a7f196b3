"""SK06."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Unjudged
from samverkan_cli.models.days import first_of
from samverkan_cli.models.problems import CauseAnalysis, Problem
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import first_document
from samverkan_cli.rules._vocabulary import CAUSE_ANALYSIS


@rule("SK06", "orsaksanalys", Level.ERROR, step=3, words=(CAUSE_ANALYSIS,))
def the_causes_are_analysed(case: Case) -> Verdicts:
    """Orsakerna till varje prioriterat problem är analyserade

    Den som inte vet varför ett problem finns kan bara gissa vad som hjälper (checklistan, punkt 6).

    Analysen ska vara gjord och dokumenterad: under `orsaksanalys` står metoden eller underlaget, och varje prioriterat problem har minst en
    orsak. En lista med orsaker säger inte att någon analys är gjord, och en analys som bara gäller ett av problemen räcker inte för de andra.
    En orsaksanalys som finns någon annanstans, och vars titel säger det, räknas enligt uppgift; står en problembild någon annanstans går det inte
    att bedöma.

    Godkänns:

        problem: [{id: P1, prioritet: 1, namn: Unga rånar unga}]
        orsaksanalys: {metod: orsaksträd}
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}

    Godkänns:

        bilagor: [{nr: "2", titel: Orsaksanalys av rånen, datum: 2018-10-10}]

    Underkänns:

        problem:
          - {id: P1, prioritet: 1, namn: Unga rånar unga}
          - {id: P2, prioritet: 2, namn: Höga farter vid skolan}  # <-
        orsaksanalys: {metod: orsaksträd}
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}

    Underkänns:

        problem:
          - {id: P1, prioritet: 1, namn: Unga rånar unga}
          - {id: P2, prioritet: 2, namn: Höga farter vid skolan}  # <-
        orsaksanalys: {metod: orsaksträd, gäller_problem: [P1]}
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}
          - {id: O2.1, gäller_problem: [P2], orsak: Bred och rak gata}

    Underkänns:

        titel: Överenskommelse 2019–2020
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild  # <-
        problem: [{id: P1, prioritet: 1, namn: Unga rånar unga}]
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}

    Underkänns:

        problem: [{id: P1, prioritet: 1, namn: Unga rånar unga}]
        orsaksanalys:  # <-
          metod: kompletteras

    Underkänns:

        problem: [{id: P1, prioritet: 1, namn: Unga rånar unga}]
        orsaksanalys:  # <-
          datum: 2018-10-10

    Godkänns:

        # idag: 2018-10-10
        problem: [{id: P1, namn: Unga rånar unga}]
        orsaksanalys: {metod: orsaksträd, datum: 2018-10-10}
        orsaker: [{id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}]

    Underkänns:

        # idag: 2018-10-09
        # bedömning: saknas
        problem: [{id: P1, namn: Unga rånar unga}]
        orsaksanalys:
          metod: orsaksträd
          datum: 2018-10-10  # <-

    Godkänns:

        bilagor: [{nr: "2", typ: dokument, titel: Orsaksanalys av rånen, datum: 2019-06-01}]

    Godkänns:

        # bedömning: går inte att bedöma
        bilagor: [{nr: "2", typ: problembild, titel: Problembild och orsaksanalys, datum: 2018-10-10}]

    Underkänns:

        titel: Överenskommelse 2019–2020
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 6; Brå, Orsaksanalys i lokalt brottsförebyggande arbete
    """
    dossier = case.dossier
    analyses = [document.cause_analysis for document in dossier.documents if document.cause_analysis]
    coming = [analysis for analysis in analyses if analysis.date is not None and first_of(analysis.date) > dossier.today]
    done = [one for one in analyses if one not in coming and (says(one.method) or says(one.material))]
    causes = [cause for cause in dossier.causes if says(cause.cause)]
    if not done and not causes and (declared := listed_elsewhere(dossier, "orsaksanalys")):
        yield from (Evidence(entry.here, declared=True) for entry in declared)
        return
    if not analyses and not causes and (elsewhere := listed_elsewhere(dossier, "problembild")):
        yield Unjudged(why_unseen(elsewhere))
        return
    yield from (Evidence(analysis.here) for analysis in done)
    yield from (Evidence(cause.here) for cause in causes)
    if not analyses:
        yield Finding(
            "ingen orsaksanalys är dokumenterad",
            first_document(dossier, "problembild").at("cause_analysis"),
            "Skriv hur orsakerna togs fram: metoden eller underlaget.",
            suggestion="orsaksanalys:\n  metod: …\n  datum: …\n  medverkande: […]",
            cured_by=frozenset({"orsaksanalys", "problembild"}),
        )
    elif coming and not done:
        yield Finding(
            f"orsaksanalysen är daterad {coming[0].date}, och den dagen har inte kommit",
            coming[0].at("date"),
            "Skriv den dag som analysen blev gjord.",
            progress="analysen är inte gjord än",
        )
    elif not done:
        yield Finding(
            "orsaksanalysen säger varken metod eller underlag",
            analyses[0].at("method"),
            "Skriv hur orsakerna togs fram.",
            progress="analysen saknar metod och underlag",
        )
    if done or causes:
        for problem in dossier.prioritised:
            yield from _about(dossier, problem, done)


def _about(dossier: Dossier, problem: Problem, done: list[CauseAnalysis]) -> Verdicts:
    """Whether a prioritised problem has a cause, and is among those that were analysed."""
    name = problem.id or problem.name
    if not any(says(cause.cause) for cause in dossier.graph.causes_of(problem)):
        yield Finding(
            f"problemet {name} är prioriterat men har ingen orsak",
            problem.here,
            "Skriv minst en sannolik orsak under orsaker, och vad den bygger på.",
            suggestion_place=(dossier.document_of(dossier.causes[0]) if dossier.causes else dossier.document_of(problem)).at("causes"),
            suggestion=f"orsaker:\n  - {{id: …, gäller_problem: [{problem.id or '…'}], perspektiv: …, orsak: …, underlag: …}}",
            cured_by=frozenset({"orsaker"}),
            progress=f"{name} har ingen orsak",
        )
    elif done and not any(not analysis.applies_to_problems or problem.id in analysis.applies_to_problems for analysis in done):
        yield Finding(
            f"problemet {name} är prioriterat men ingår inte i orsaksanalysen",
            problem.here,
            "Analysera orsakerna till det också, och skriv problemet under gäller_problem i orsaksanalysen.",
            related=((done[0].at("applies_to_problems"), "de problem som analysen gäller"),),
            progress=f"{name} är inte analyserat",
        )
