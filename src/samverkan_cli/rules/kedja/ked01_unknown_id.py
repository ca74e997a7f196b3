"""KED01."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import display_name, references
from samverkan_cli.rules._elsewhere import told_elsewhere
from samverkan_cli.rules._queries import without_id
from samverkan_cli.swedish import alphabetical, listing
from samverkan_cli.text.spelling import nearest


@rule("KED01", "okänt-id", Level.ERROR, also_serves=("SH09",))
def references_lead_somewhere(case: Case) -> Verdicts:
    """Varje hänvisning leder till något som finns

    En hänvisning som inte leder någonstans bryter kedjan från problem till uppföljning, utan att det syns när man läser.

    Ett id ska finnas i överenskommelsen eller någon av dess bilagor, och vara av det slag som nyckeln pekar på.

    Ett dokument som står för sig får nämna parter, grupper, problem och annat som sägs på annat håll. Bara ett id av ett slag som dokumentet
    självt har, som ett mål i en plan med mål, sägs i en upplysning: det kan vara felskrivet.

    Har just en sak av slaget inget id sägs det i stället där, en gång (KED23).

    Godkänns:

        orsaker: [{id: O1.1, orsak: Få vuxna vid stationen}]
        åtgärder:
          - {id: Å1.1, möter_orsaker: [O1.1]}

    Underkänns:

        orsaker: [{id: O1.1, orsak: Få vuxna vid stationen}]
        mål: [{id: M1}]
        åtgärder:
          - id: Å1.1
            möter_orsaker: [O1.2]  # <-
            bidrar_till_mål: [O1.1]  # <-

    Underkänns:

        # för sig: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        mål: [{id: M1}]
        åtgärder:
          - id: Å1.1
            möter_orsaker: [O1.2]
            bidrar_till_mål: [M1, M2]  # <- upplysning

    Källa: Brå, Upprätta åtgärdsplan: orsak och åtgärd hör ihop genom numret
    """
    dossier = case.dossier
    nameless = without_id(dossier)
    known: dict[type[Node], list[str]] = {}
    slips: list[tuple[str, Place]] = []
    for node in dossier.nodes:
        for key, id, place in references(node):
            wanted = key.refers_to
            assert wanted is not None
            found = dossier.definitions.get(id, ())
            if id in nameless or any(isinstance(other, wanted) for other in found):
                continue
            if not found and told_elsewhere(dossier, wanted):
                continue
            if not dossier.is_agreement and not found:
                slips += [] if dossier.may_stand_elsewhere(id, wanted) else [(id, place)]
                continue
            if wanted not in known:
                known[wanted] = sorted(dossier.ids_of(wanted), key=alphabetical)
            same = known[wanted]
            near = nearest(id, same)
            there = ", ".join(same[:10]) + (" …" if len(same) > 10 else "")
            if found:
                message = f"{id} är {found[0].noun.indefinite}, men här ska det stå {wanted.noun.indefinite}"
            else:
                message = f"{wanted.noun.definite} {id} finns inte"
            help = (
                f"Menar du {near}?"
                if near
                else (f"Det som finns är {there}." if same else "Lägg till den med id, eller ta bort hänvisningen.")
            )
            related = ((found[0].here, f"här står {display_name(found[0])}"),) if found else ()
            yield Finding(message, place, help, related=related, cured_by=frozenset({id}))
    if slips:
        ids = list(dict.fromkeys(id for id, _ in slips))
        yield Finding(
            f"{listing(ids)} finns inte i {dossier.main.noun.definite}",
            slips[0][1],
            "Rätta det som är felskrivet. Det som står i ett annat dokument kan vara kvar.",
            level=Level.NOTE,
            related=tuple((place, f"här står {id}") for id, place in slips[1:4]),
        )
