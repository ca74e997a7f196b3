"""SK06."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import first_document, lacking
from samverkan_cli.swedish import listing


@rule("SK06", "orsaksanalys", Level.ERROR, step=3, also_serves=("SH02",))
def the_causes_are_analysed(case: Case) -> Verdicts:
    """Orsakerna till varje prioriterat problem är analyserade

    Den som inte vet varför ett problem finns kan bara gissa vad som hjälper (checklistan, punkt 6).

    Analysen ska vara gjord och dokumenterad: metod eller underlag, datum och vilka som deltog. En lista med orsaker är ingen analys.
    Varje prioriterat problem har minst en sannolik orsak.

    Godkänns:

        problem: [{id: P1, prioritet: 1}]
        orsaksanalys: {metod: orsaksträd, datum: 2018-10-10, medverkande: [kommunpolis, trygghetssamordnare]}
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}

    Underkänns:

        problem:
          - {id: P1, prioritet: 1}
          - {id: P2, prioritet: 2}  # <-
        orsaksanalys: {metod: orsaksträd, datum: 2018-10-10}  # <-
        orsaker:
          - {id: O1.1, gäller_problem: [P1], orsak: Få vuxna vid stationen}

    Underkänns:

        problem:
          - {id: P1, prioritet: 1}  # <-
        orsaksanalys: {underlag: Brås handbok, datum: 2018-10-10, medverkande: [kommunpolis, trygghetssamordnare]}

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 6; Brå, Orsaksanalys i lokalt brottsförebyggande arbete
    """
    dossier = case.dossier
    if not dossier.problems:
        return
    analyses = [document.cause_analysis for document in dossier.documents if document.cause_analysis]
    if not analyses:
        yield Finding(
            "ingen orsaksanalys är dokumenterad",
            first_document(dossier, "problembild").at("cause_analysis"),
            "Skriv hur orsakerna togs fram, när och av vilka.",
            suggestion="orsaksanalys:\n  metod: …\n  datum: …\n  medverkande: […]",
            cured_by=frozenset({"orsaksanalys"}),
        )
    for analysis in analyses:
        asked = (
            ("method", bool(analysis.method or analysis.material), "metod eller underlag"),
            ("date", analysis.date is not None, "datum"),
            ("participants", bool(analysis.participants), "vilka som medverkade"),
        )
        missing = lacking(analysis, asked)
        if missing:
            words = listing(word for word, _ in missing)
            yield Finding(f"orsaksanalysen saknar {words}", missing[0][1], f"Skriv {words}.", progress=f"analysen saknar {words}")
        else:
            yield Evidence(analysis.here)
    if not analyses and not dossier.causes:
        return
    for problem in dossier.prioritised:
        causes = dossier.graph.causes_of(problem)
        if causes:
            yield Evidence(causes[0].here)
        else:
            yield Finding(
                f"problemet {problem.id or problem.name} är prioriterat men har ingen orsak",
                problem.here,
                "Skriv minst en sannolik orsak under orsaker, och vad den bygger på.",
                suggestion_place=(dossier.document_of(dossier.causes[0]) if dossier.causes else dossier.document_of(problem)).at("causes"),
                suggestion=f"orsaker:\n  - {{id: …, gäller_problem: [{problem.id or '…'}], perspektiv: …, orsak: …, underlag: …}}",
                cured_by=frozenset({"orsaker"}),
                progress=f"{problem.id or problem.name} har ingen orsak",
            )
