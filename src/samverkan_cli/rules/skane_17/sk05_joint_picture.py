"""SK05."""

from collections.abc import Sequence

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place
from samverkan_cli.models.problems import Problem
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere
from samverkan_cli.rules._presence import says, unfaulted
from samverkan_cli.rules._queries import first_document, is_described
from samverkan_cli.rules._situation_reports import merged_reports, name_of_report
from samverkan_cli.swedish import listing

_HELP = {
    "bygger_på": "varje parts lägesbild under bygger_på",
    "problem": "problemen under problem",
    "prioritet": "prioritet: 1, 2, 3 … på problemen",
}


@rule("SK05", "gemensam-problembild", Level.ERROR, step=3)
def the_pictures_are_merged_and_ranked(case: Case) -> Verdicts:
    """Lägesbilderna är sammanförda till en problembild som prioriterar

    Först när båda parters bilder ligger bredvid varandra går det att välja vad ni ska göra tillsammans (checklistan, punkt 5).

    Problembilden är skriftlig, säger vilka lägesbilder den bygger på, minst två, och vad som kommer först: problemen har `prioritet`, det
    står vem som prioriterade, eller vad ni valde bort och varför (`bortprioriterat`). Ett problem utan ord är inget problem, och ett ensamt problem behöver ingen
    plats i ordningen. En problembild som finns någon annanstans, med typ och dag eller nummer bland bilagorna, räknas enligt uppgift.

    Godkänns:

        bygger_på: [{part: kommun, titel: Kommunens lägesbild 2018}, {part: polis, titel: Polisens lägesbild 2018}]
        problem:
          - {id: P1, prioritet: 1, namn: Unga rånar unga}
          - {id: P2, prioritet: 2, namn: Höga farter vid skolan}

    Godkänns:

        bygger_på: [{part: kommun, titel: Kommunens lägesbild 2018}, {part: polis, titel: Polisens lägesbild 2018}]
        problem:
          - {id: P1, namn: Unga rånar unga}
          - {id: P2, namn: Höga farter vid skolan}
        bortprioriterat: [{namn: Cykelstölder, skäl: Var part arbetar med dem för sig.}]

    Godkänns:

        bilagor: [{nr: "2", typ: problembild, titel: Vår problembild, datum: 2018-10-10}]

    Godkänns:

        bygger_på: [{part: kommun, titel: Kommunens lägesbild 2018}, {part: polis, titel: Polisens lägesbild 2018}]
        problem: [{id: P1, namn: Unga rånar unga}]

    Godkänns:

        bygger_på: [{part: kommun, titel: Kommunens lägesbild 2018}, {part: polis, titel: Polisens lägesbild 2018}]
        prioriterad_av: rådet
        problem: [{id: P1, namn: Unga rånar unga}, {id: P2, namn: Höga farter vid skolan}]

    Underkänns:

        # bedömning: delvis
        bygger_på: [{part: kommun, titel: Kommunens lägesbild 2018}, {part: polis, titel: Polisens lägesbild 2018}]
        problem:
          - {id: P1, namn: Unga rånar unga}  # <-
          - {id: P2, namn: Höga farter vid skolan}

    Underkänns:

        # bedömning: delvis
        bygger_på: [{part: kommun, titel: Kommunens lägesbild 2018}]  # <-
        problem:
          - {id: P1, prioritet: 1, namn: Unga rånar unga}
          - {id: P2, prioritet: 2, namn: Höga farter vid skolan}

    Underkänns:

        titel: Överenskommelse 2019–2020
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild  # <-
        titel: Vår problembild

    Underkänns:

        # bedömning: delvis
        problem: [{id: P1, namn: Unga rånar unga}]
        titel: Överenskommelse 2019–2020
        bygger_på: [{part: kommun, titel: Kommunens lägesbild 2018}]  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 5; Samverkanshandboken, steg 3
    """
    dossier = case.dossier
    picture = first_document(dossier, "problembild")
    problems = [problem for problem in dossier.problems if is_described(problem)]
    merged = merged_reports(dossier)
    prioritised = _prioritised(dossier, problems)
    declared = listed_elsewhere(dossier, "problembild")
    if not problems and not merged and not prioritised and declared:
        yield from (Evidence(entry.here, declared=True) for entry in declared)
        return
    yield from (Evidence(report.here) for report in merged)
    yield from (Evidence(place) for place in prioritised)
    yield from (Evidence(problem.here) for problem in problems)
    if not problems and not merged and not prioritised:
        yield Finding(
            "det finns ingen gemensam problembild: inga problem är beskrivna",
            picture.at("problems"),
            "Lägg till problembilden som bilaga (typ: problembild) och beskriv problemen där."
            if dossier.is_agreement
            else "Beskriv problemen under problem.",
            suggestion="problem:\n  - id: P1\n    prioritet: 1\n    namn: …",
            cured_by=frozenset({"problem", "problembild"}),
        )
        return
    missing = []
    if not merged:
        cited = dossier.all(lambda document: document.builds_on)
        which = f"bygger bara på {name_of_report(cited[0])}" if cited else "säger inte vilka lägesbilder den bygger på"
        home = dossier.document_of(problems[0]) if problems else picture
        missing.append((which, home.at("builds_on"), "bygger_på", "lägesbilder"))
    if not problems:
        missing.append(("beskriver inga problem", picture.at("problems"), "problem", "problem"))
    if not prioritised:
        missing.append(
            ("rangordnar inte problemen", problems[0].at("priority") if problems else picture.at("problems"), "prioritet", "prioritering")
        )
    if missing := unfaulted(dossier, missing):
        yield Finding(
            f"problembilden {listing(words for words, _, _, _ in missing)}",
            missing[0][1],
            "Skriv " + listing(_HELP[key] for _, _, key, _ in missing) + ".",
            cured_by=frozenset(key for _, _, key, _ in missing),
            items=tuple(Item(word) for _, _, _, word in missing),
        )


def _prioritised(dossier: Dossier, problems: Sequence[Problem]) -> list[Place]:
    """Where it is said what comes first: ranks, who ranked, what was chosen away with a reason, chosen areas; one problem alone needs no rank."""
    found = [problem.at("priority") for problem in problems if problem.priority is not None]
    found += [one.here for one in dossier.all(lambda document: document.deprioritised) if says(one.reason)]
    found += [document.at("prioritised_by") for document in dossier.documents if says(document.prioritised_by)]
    if not problems:
        found += [area.here for area in dossier.focus_areas if says(area.name)]
    return found or [problem.here for problem in problems if len(problems) == 1]
