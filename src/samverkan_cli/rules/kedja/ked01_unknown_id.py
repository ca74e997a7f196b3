"""KED01."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import display_name, references
from samverkan_cli.swedish import alphabetical
from samverkan_cli.text.spelling import nearest


@rule("KED01", "okänt-id", Level.ERROR, also_serves=("SH09",))
def references_lead_somewhere(case: Case) -> Verdicts:
    """Varje hänvisning leder till något som finns

    En hänvisning som inte leder någonstans bryter kedjan från problem till uppföljning, utan att det syns när man läser.

    Ett id ska finnas i överenskommelsen eller någon av dess bilagor, och vara av det slag som nyckeln pekar på.

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

    Källa: Brå, Upprätta åtgärdsplan: orsak och åtgärd hör ihop genom numret
    """
    dossier = case.dossier
    known: dict[type[Node], list[str]] = {}
    for node in dossier.nodes:
        for key, id, place in references(node):
            wanted = key.refers_to
            assert wanted is not None
            found = dossier.definitions.get(id, ())
            if any(isinstance(other, wanted) for other in found):
                continue
            if wanted not in known:
                ids = (id for id, things in dossier.definitions.items() if any(isinstance(one, wanted) for one in things))
                known[wanted] = sorted(ids, key=alphabetical)
            same = known[wanted]
            near = nearest(id, same)
            listing = ", ".join(same[:10]) + (" …" if len(same) > 10 else "")
            if found:
                message = f"{id} är {found[0].noun.indefinite}, men här ska det stå {wanted.noun.indefinite}"
            else:
                message = f"{wanted.noun.definite} {id} finns inte"
            help = (
                f"Menar du {near}?"
                if near
                else (f"Det som finns är {listing}." if same else "Lägg till den med id, eller ta bort hänvisningen.")
            )
            related = ((found[0].here, f"här står {display_name(found[0])}"),) if found else ()
            yield Finding(message, place, help, related=related, cured_by=frozenset({id}))
