"""SK05."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import first_document
from samverkan_cli.swedish import listing

_HELP = {
    "bygger_på": "varje parts lägesbild under bygger_på",
    "prioritet": "prioritet: 1, 2, 3 … på problemen",
}


@rule("SK05", "gemensam-problembild", Level.ERROR, step=3, also_serves=("SH01",))
def the_pictures_are_merged_and_ranked(case: Case) -> Verdicts:
    """Lägesbilderna är sammanförda till en problembild som prioriterar

    Först när båda parters bilder ligger bredvid varandra går det att välja vad ni ska göra tillsammans (checklistan, punkt 5).

    Problembilden är skriftlig, säger vilka lägesbilder den bygger på och rangordnar problemen med `prioritet`.

    Godkänns:

        bygger_på: [{part: kommun, titel: Lägesbild 2018}]
        problem:
          - {id: P1, prioritet: 1, namn: Unga rånar unga}

    Underkänns:

        bygger_på: [{part: kommun, titel: Lägesbild 2018}]
        problem:
          - {id: P1, namn: Unga rånar unga}  # <-

    Underkänns:

        titel: Överenskommelse 2019–2020
        # fil: problembild.yaml
        samverkan: 1
        typ: problembild  # <-
        titel: Vår problembild

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 5; Samverkanshandboken, steg 3
    """
    dossier = case.dossier
    picture = first_document(dossier, "problembild")
    if not dossier.problems:
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
    builds_on = dossier.all(lambda document: document.builds_on)
    missing = []
    if not builds_on:
        missing.append(
            (
                "säger inte vilka lägesbilder den bygger på",
                dossier.document_of(dossier.problems[0]).at("builds_on"),
                "bygger_på",
            )
        )
    if all(problem.priority is None for problem in dossier.problems):
        missing.append(("rangordnar inte problemen", dossier.problems[0].at("priority"), "prioritet"))
    if missing:
        yield Finding(
            f"problembilden {listing(words for words, _, _ in missing)}",
            missing[0][1],
            "Skriv " + listing(_HELP[key] for _, _, key in missing) + ".",
            cured_by=frozenset(key for _, _, key in missing),
        )
    for report in builds_on[:1]:
        yield Evidence(report.here)
    for problem in dossier.prioritised:
        yield Evidence(problem.at("priority") if problem.priority is not None else problem.here)
