"""SK08."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level
from samverkan_cli.models.keys import display_name
from samverkan_cli.rules._queries import first_document, lacking, responsible
from samverkan_cli.swedish import count, listing


@rule("SK08", "när-vad-vem-hur", Level.ERROR, step=4)
def every_action_says_when_what_who_how(case: Case) -> Verdicts:
    """Varje åtgärd säger när, vad, vem och hur

    En åtgärd som ingen ansvarar för, eller som saknar tid, blir lätt ogjord (checklistan, punkt 8).

    `vem` har en `ansvarig`; de andra står under `medverkar`. Åtgärderna kan stå i överenskommelsen, i en plan eller i ett löfte. Ta inte
    med fler åtgärder än ni hinner: det får människor bedöma.

    Godkänns:

        åtgärder:
          - id: Å1.1
            vad: Vuxna på plats vid stationen
            hur: Två och två, passet loggas samma kväll.
            vem: {ansvarig: {aktör: kommun, funktion: fältsekreterare}}
            när: {från: 2019-02-04, till: 2019-12-13}
          - {id: Å1.2, vad: Klasspass, hur: En timme i veckan., vem: {ansvarig: {aktör: polis}}, när: {senast: 2019-06-14}}

    Underkänns:

        åtgärder:
          - id: Å1.1
            vad: Vuxna på plats vid stationen
            hur: Två och två, passet loggas samma kväll.
            vem: {medverkar: [{aktör: kommun}, {aktör: polis}]}  # <-
            när: {från: 2019-02-04, till: 2019-12-13}

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 8; Brå, Upprätta åtgärdsplan
    """
    dossier = case.dossier
    if not dossier.actions:
        yield Finding(
            "det finns inga åtgärder",
            first_document(dossier, "åtgärdsplan").at("actions"),
            "Skriv åtgärderna i en plan (typ: åtgärdsplan) och ta upp den bland bilagorna."
            if dossier.is_agreement
            else "Skriv åtgärderna under åtgärder.",
            suggestion="åtgärder:\n  - id: Å1.1\n    vad: …\n    hur: …\n    vem: {ansvarig: {aktör: …, funktion: …}}\n    när: {från: …, till: …}",
            cured_by=frozenset({"åtgärder"}),
        )
    for action in dossier.actions:
        asked = (
            ("when", action.when is not None and action.when.is_given, "när"),
            ("what", bool(action.what), "vad"),
            ("who.responsible", responsible(action.who) is not None, "vem"),
            ("how", bool(action.how), "hur"),
        )
        missing = lacking(action, asked)
        if not missing:
            yield Evidence(action.here)
            continue
        words = [word for word, _ in missing]
        helping = len(action.who.participants) if action.who else 0
        message = f"{display_name(action)} säger inte {listing(words, 'eller')}"
        if words == ["vem"] and helping:
            message = f"{display_name(action)} har {count(helping, 'medverkande', 'medverkande')} men ingen som ansvarar"
        keys = {
            "när": "när: {från: …, till: …}",
            "vad": "vad: …",
            "vem": "vem: {ansvarig: {aktör: …, funktion: …}}",
            "hur": "hur: …",
        }
        inline = "Skriv en funktion under ansvarig." if words == ["vem"] else f"Skriv {listing(words)} på åtgärden."
        quoted = listing(f"”{word}”" for word in words)
        yield Finding(
            message,
            missing[0][1],
            inline,
            suggestion="\n".join(keys[word] for word in words)
            if words != ["vem"] or not action.who
            else "ansvarig: {aktör: …, funktion: …}",
            progress=f"{action.id or 'en åtgärd'} saknar {quoted}",
        )
