"""KED17."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.actors import Body
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import display_name
from samverkan_cli.models.roles import Role, Who


@rule("KED17", "ingen-sammankallande", Level.NOTE, step=4)
def somebody_convenes_a_group_that_is_responsible(case: Case) -> Verdicts:
    """Någon kallar samman en grupp som ansvarar

    När en hel grupp ansvarar blir det gjort bara om någon kallar till mötet.

    Regeln frågar när `ansvarig` är en grupp, och varken `sammankallande` eller en funktion står där och gruppen inte heller säger vem som leder den. Den frågar
    en gång för varje grupp.

    Godkänns:

        samverkansorganisation: [{id: ag}, {id: råd, leds_av: [{aktör: kommun, funktion: kommundirektör}]}]
        åtgärder:
          - {id: Å1, vem: {ansvarig: {grupp: ag, sammankallande: trygghetssamordnare}}}
          - {id: Å2, vem: {ansvarig: {grupp: ag, aktör: kommun, funktion: trygghetssamordnare}}}
          - {id: Å3, vem: {ansvarig: {grupp: råd}}}
          - {id: Å4, vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}, medverkar: [{grupp: ag}]}}

    Underkänns:

        samverkansorganisation: [{id: ag, namn: Arbetsgruppen}]
        åtgärder:
          - {id: Å1, vem: {ansvarig: {grupp: ag}}}  # <-
          - {id: Å2, vem: {ansvarig: {grupp: ag}}}

    Källa: Samverkanshandboken, steg 3: var och en vet vem som gör vad
    """
    asked: dict[str, list[tuple[Node, Role]]] = {}
    for node in case.dossier.nodes:
        who = getattr(node, "who", None)
        role = who.responsible if isinstance(who, Who) else None
        if role is not None and role.body and not (role.convener or role.function):
            asked.setdefault(role.body, []).append((node, role))
    for id, places in asked.items():
        bodies = [body for body in case.dossier.definitions.get(id, ()) if isinstance(body, Body)]
        if any(body.led_by or any(member.convener for member in body.members) for body in bodies):
            continue
        name = next((body.name for body in bodies if body.name), id)
        (_, first), *others = places
        yield Finding(
            f"{name} ansvarar, men det står inte vem som kallar samman gruppen",
            first.at("convener"),
            "Skriv  sammankallande: …  bredvid gruppen, eller leds_av på gruppen.",
            related=tuple((node.here, display_name(node)) for node, _ in others[:3]),
        )
