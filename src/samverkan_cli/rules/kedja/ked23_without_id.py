"""KED23."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name
from samverkan_cli.rules._queries import without_id


@rule("KED23", "utan-id", Level.ERROR)
def what_others_point_at_has_an_id(case: Case) -> Verdicts:
    """Det som andra ställen pekar på har ett id

    Utan id kan varken uppföljning, utfall eller löften peka på åtgärden, och då går det inte att se vad det blev av den.

    Det är ett fel när något pekar på ett id som inte finns, och just en sak av det slaget saknar id: då sägs det här, en enda gång. Annars är en
    åtgärd utan id en upplysning.

    Godkänns:

        åtgärder: [{id: Å1.1, vad: Vuxna på plats}]
        uppföljning: [{gäller_åtgärder: [Å1.1]}]

    Underkänns:

        åtgärder:
          - {vad: Vuxna på plats}  # <-
          - {id: Å1.2, vad: Klasspass}
        uppföljning:
          - {gäller_åtgärder: [Å1.1]}
          - {gäller_åtgärder: [Å1.1, Å1.2]}

    Underkänns:

        åtgärder:
          - {vad: Vuxna på plats}  # <- upplysning
          - {vad: Klasspass}  # <- upplysning

    Källa: Brå, Upprätta åtgärdsplan: orsak och åtgärd hör ihop genom numret
    """
    dossier = case.dossier
    meant = without_id(dossier)
    told = set()
    for id, (node, places) in meant.items():
        told.add(node.here)
        yield Finding(
            f"{display_name(node)} saknar id, och {len(places)} {'ställe' if len(places) == 1 else 'ställen'} pekar på {id}, som inte finns",
            node.here,
            f"Skriv  id: {id}  här, om det är {node.noun.definite} som menas.",
            suggestion=f"id: {id}",
            related=tuple((place, f"här står {id}") for place in places[:4]),
            cured_by=frozenset({id}),
        )
    for action in dossier.actions:
        if not action.id and action.here not in told:
            yield Finding(
                f"{display_name(action)} saknar id, så inget annat kan peka på {action.noun.pronoun}",
                action.here,
                "Skriv ett id, till exempel  id: Å1.1.",
                level=Level.NOTE,
            )
