"""ST32."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Unjudged
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import says
from samverkan_cli.rules._queries import called, first_document

_NOT_LEADING = ("arbetsgrupp", "beredningsgrupp", "samverkansgrupp", "forum", "nätverk")


@rule("ST32", "prioriterad-av-ledningen", Level.NOTE, step=3)
def a_leading_group_has_prioritised(case: Case) -> Verdicts:
    """En ledande grupp har prioriterat

    Prioriteringen är ett beslut om resurser och hör till dem som råder över dem.

    Den som prioriterade står under `prioriterad_av`. En arbetsgrupp eller beredningsgrupp som inte äger överenskommelsen är ingen ledande grupp.

    Godkänns:

        problem: [{id: P1, namn: Unga rånar unga}]
        prioriterad_av: styrgruppen

    Godkänns:

        ägare: [grupp]
        samverkansorganisation: [{id: grupp, typ: samverkansgrupp, namn: Lokala gruppen}]
        prioriterad_av: grupp

    Underkänns:

        problem:  # <-
          - {id: P1, namn: Unga rånar unga}

    Underkänns:

        samverkansorganisation: [{id: grupp, typ: arbetsgrupp, namn: Arbetsgruppen}]
        prioriterad_av: grupp  # <-

    Källa: Brå, Polisen och SKR, Gemensamma förberedelser
    """
    dossier = case.dossier
    named = [document for document in dossier.documents if says(document.prioritised_by)]
    yield from (Evidence(document.at("prioritised_by")) for document in named[:1])
    if named and not any(_is_leading(dossier, document.prioritised_by or "") for document in named):
        yield Finding(
            f"{called(dossier, named[0].prioritised_by)} har prioriterat, men är ingen ledande grupp",
            named[0].at("prioritised_by"),
            "Låt styrgruppen eller rådet besluta, och skriv det under prioriterad_av.",
        )
    elif not named and (elsewhere := listed_elsewhere(dossier, "problembild")):
        yield Unjudged(why_unseen(elsewhere))
    elif not named:
        home = dossier.document_of(dossier.problems[0]) if dossier.problems else first_document(dossier, "problembild")
        yield Finding(
            "det står inte vem som har prioriterat problemen",
            home.at("problems"),
            "Skriv  prioriterad_av: …  i problembilden.",
            cured_by=frozenset({"prioriterad_av"}),
        )


def _is_leading(dossier: Dossier, words: str) -> bool:
    """Whether a group decides on resources: not one that is there to work or prepare, unless it owns the agreement."""
    group = next((body for body in dossier.bodies if body.id and body.id == words), None)
    owners = dossier.all(lambda document: document.owners)
    return group is None or group.id in owners or group.type not in _NOT_LEADING
