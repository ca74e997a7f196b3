"""SH09."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.rules._queries import acting, party_name


@rule("SH09", "gemensamt-arbete", Level.WARNING, step=4)
def only_what_is_done_together(case: Case) -> Verdicts:
    """Överenskommelsen tar bara upp det ni gör tillsammans

    Det som en part gör själv hör hemma i den partens egen plan (handboken, Vad ska stå i överenskommelsen).

    I varje fokusområde med åtgärder agerar minst två: parter eller andra aktörer. Den som ansvarar ska säga vilken organisation det är.

    Godkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        fokusområden: [{id: F4, namn: Trafiksäkerhet}]
        åtgärder:
          - id: Å4.1
            gäller_fokusområden: [F4]
            vem: {ansvarig: {aktör: kommun, funktion: trafikplanerare}, medverkar: [{aktör: polis}]}

    Underkänns:

        parter: [{id: kommun, typ: kommun}, {id: polis, typ: polis}]
        fokusområden:
          - {id: F4, namn: Trafiksäkerhet}  # <-
        åtgärder:
          - id: Å4.1
            gäller_fokusområden: [F4]
            vem: {ansvarig: {aktör: kommun, funktion: trafikplanerare}}

    Underkänns:

        åtgärder:
          - id: Å4.1
            vem:
              ansvarig: {funktion: trafikplanerare}  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    names = {party.id: party_name(party) for party in dossier.parties}
    for action in dossier.actions:
        role = action.who.responsible if action.who else None
        if role is not None and role.function and not role.actor:
            yield Finding(
                f"det står inte vilken organisation {role.function} hör till",
                role.at("actor"),
                "Skriv  aktör:  och id på parten eller den andra aktören.",
                progress=f"{action.id or 'en åtgärd'}: {role.function} saknar aktör",
            )
    for area in dossier.focus_areas:
        actions = dossier.graph.actions_in(area.id)
        actors = {role.actor for action in actions for role in acting(action.who) if role.actor}
        if len(actors) > 1:
            yield Evidence(area.here)
        elif len(actors) == 1:
            only = next(iter(actors))
            yield Finding(
                f"i fokusområdet {area.name or area.id} är det bara {names.get(only, only)} som gör något",
                area.here,
                "Lägg till vad en annan part gör, eller flytta åtgärderna till partens egen plan.",
                cured_by=frozenset({"åtgärder", "medverkar", "ansvarig"}),
                progress=f"en ensam part i {area.id}",
            )
