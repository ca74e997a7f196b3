"""KED20."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import defined_id, display_name, references
from samverkan_cli.project.rings import rings
from samverkan_cli.swedish import listing


@rule("KED20", "pekar-på-sig-själv", Level.ERROR)
def nothing_is_a_part_of_itself(case: Case) -> Verdicts:
    """Inget är en del av sig självt

    Ett mål som är sitt eget delmål, eller en orsak som ligger bakom sig själv, leder ingenstans i kedjan.

    Detsamma gäller när flera pekar runt på varandra: M1 är delmål till M2, som är delmål till M1.

    Godkänns:

        mål:
          - {id: M1, lydelse: Färre rån}
          - {id: M2, lydelse: Fler vuxna ute, delmål_till: M1}

    Underkänns:

        mål:
          - id: M1
            delmål_till: M1  # <-
        orsaker:
          - {id: O1, ligger_bakom: [O2]}  # <-
          - {id: O2, ligger_bakom: [O3]}
          - {id: O3, ligger_bakom: [O1]}
          - {id: O4, ligger_bakom: [O1]}

    Källa: Filformatet samverkan 1: kedjan går från problem till uppföljning
    """
    dossier = case.dossier
    onward: dict[str, dict[str, Place]] = {}
    named: dict[str, Node] = {}
    for node in dossier.nodes:
        id = defined_id(node)
        if id is not None:
            named.setdefault(id, node)
            steps = {other: place for key, other, place in references(node) if key.refers_to is type(node)}
            onward[id] = steps | onward.get(id, {})
    for first, *others in rings(onward):
        node = named[first]
        yield Finding(
            f"{display_name(node)} pekar på sig {'självt' if node.noun.definite.endswith('t') else 'själv'}"
            + (f", genom {listing(others)}" if others else ""),
            onward[first][next(iter(others), first)],
            "Skriv det som ligger närmast ovanför, eller ta bort nyckeln.",
        )
