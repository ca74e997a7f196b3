"""TYD01."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.rules._presence import says


@rule("TYD01", "ägarens-uppdrag", Level.NOTE, step=1)
def the_owner_knows_its_task(case: Case) -> Verdicts:
    """Den som äger överenskommelsen har ett uppdrag

    Checklistan frågar bara om en grupp äger överenskommelsen. Står uppdraget där vet gruppen att den ska säkra resurserna och att det blir gjort.

    Godkänns:

        ägare: [råd]
        samverkansorganisation:
          - {id: råd, uppdrag: Beslutar om resurser och ser till att åtgärderna blir gjorda.}

    Underkänns:

        ägare: [råd]
        samverkansorganisation:
          - {id: råd}  # <-

    Källa: Samverkanshandboken, Samverkansorganisation
    """
    owners = case.dossier.all(lambda document: document.owners)
    for body in case.dossier.bodies:
        if body.id in owners and not says(body.task):
            yield Finding(
                f"gruppen {body.name or body.id} äger överenskommelsen, men det står inte vad den ska göra",
                body.at("task"),
                "Skriv under uppdrag att gruppen säkrar resurserna och ser till att det ni har kommit överens om blir gjort.",
                suggestion="uppdrag: …",
            )
