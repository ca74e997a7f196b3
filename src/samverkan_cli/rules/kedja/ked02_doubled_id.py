"""KED02."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.keys import display_name


@rule("KED02", "dubbelt-id", Level.ERROR)
def an_id_names_one_thing(case: Case) -> Verdicts:
    """Ett id står för en enda sak

    Om två saker har samma id vet ingen vilken av dem en hänvisning menar.

    Godkänns:

        åtgärder: [{id: Å1.1}, {id: Å1.2}]

    Underkänns:

        åtgärder:
          - {id: Å1.1, vad: Vuxna på plats}
          - {id: Å1.1, vad: Klasspass}  # <-

    Källa: Filformatet samverkan 1: id är unika i överenskommelsen och dess bilagor
    """
    for id, nodes in case.dossier.definitions.items():
        for node in nodes[1:]:
            yield Finding(
                f"id {id} används redan",
                node.at("id"),
                "Ge den ena ett annat id, och ändra de hänvisningar som gäller den.",
                related=((nodes[0].at("id"), f"här står {display_name(nodes[0])}"),),
            )
