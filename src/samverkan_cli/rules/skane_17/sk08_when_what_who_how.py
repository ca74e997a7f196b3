"""SK08."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place, Unjudged
from samverkan_cli.models.actions import Action
from samverkan_cli.models.actors import Commitment
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.keys import display_name
from samverkan_cli.models.pledge_document import PledgeDocument
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import absent_plans, listed_elsewhere, published, why_unread, why_unseen
from samverkan_cli.rules._presence import in_words, is_said_when, says, unfaulted
from samverkan_cli.rules._queries import first_document, is_taken_on, responsible
from samverkan_cli.rules._vocabulary import ACTION_PLAN, VAGUE
from samverkan_cli.swedish import count, listing

_PASTE = {
    "när": "när: {från: …, till: …}",
    "vad": "vad: …",
    "vem": "vem: {ansvarig: {aktör: …, funktion: …}}",
    "hur": "hur: …",
}


@rule("SK08", "när-vad-vem-hur", Level.ERROR, step=4, words=(VAGUE, ACTION_PLAN))
def every_action_says_when_what_who_how(case: Case) -> Verdicts:
    """Varje åtgärd säger när, vad, vem och hur

    En åtgärd som ingen ansvarar för, eller som saknar tid, blir lätt ogjord (checklistan, punkt 8).

    `vem` har en `ansvarig`: en funktion, en organisation eller en grupp; de andra står under `medverkar`. Tiden får stå i ord, men ”löpande” och
    ”vid behov” säger inte när, och noll gånger är ingen tid. Åtgärderna kan stå i överenskommelsen, i en plan eller i ett löfte: där säger mängden
    hur, och den eller löftets ord säger vad. Står planen eller löftet någon annanstans går det inte att bedöma. Ta inte med fler åtgärder än ni hinner: det får människor bedöma.

    Godkänns:

        åtgärder:
          - id: Å1.1
            vad: Vuxna på plats vid stationen
            hur: Två och två, passet loggas samma kväll.
            vem: {ansvarig: {aktör: kommun, funktion: fältsekreterare}}
            när: {detalj: höstterminen 2019}
          - {id: Å1.2, vad: Klasspass, hur: En timme i veckan., vem: {ansvarig: {grupp: unga}}, när: {minst: 1, per: vecka}}

    Godkänns:

        löften:
          - id: L1
            lydelse: Vi går 40 nattvandringar under året.
            åtaganden: [{aktör: kommun, vad: Två fältsekreterare går varje pass., mängd: {antal: 40, enhet: pass}, när: {till: 2019-12-15}}]

    Underkänns:

        # bedömning: delvis
        löften:
          - id: L1
            lydelse: Två trygghetsvandringar
            åtaganden: [{mängd: {antal: 2, enhet: vandringar}}]  # <-

    Underkänns:

        # bedömning: delvis
        åtgärder:
          - id: Å1.1
            vad: Vuxna på plats vid stationen
            hur: Två och två, passet loggas samma kväll.
            vem: {medverkar: [{aktör: kommun}, {aktör: polis}]}  # <-
            när: {från: 2019-02-04, till: 2019-12-13}
          - id: Å1.2
            vad: Klasspass
            hur: En timme i veckan.
            vem: {ansvarig: {aktör: polis}}
            när: {minst: 0, per: vecka}  # <-
          - id: Å1.3
            vad: Ljus i gångtunneln
            vem: {ansvarig: {aktör: kommun}}
            hur: Nya armaturer.
            när: {detalj: löpande}  # <-

    Godkänns:

        bilagor: [{nr: "4", fil: löfte.yaml}]
        # fil: löfte.yaml
        samverkan: 1
        typ: medborgarlöfte
        period: {från: 2019-01-01, till: 2019-12-31}
        löften: [{id: L1, lydelse: Tio kontroller, åtaganden: [{aktör: polis, mängd: {antal: 10, enhet: kontroller}}]}]

    Godkänns:

        löften: [{id: L1, lydelse: Fler kontroller, åtaganden: [{aktör: polis, mängd: {antal: 2, enhet: kontroller, per: månad}}]}]

    Underkänns:

        # bedömning: delvis
        löften:
          - id: L1
            lydelse: Vi går nattvandringar.
            åtaganden:
              - aktör: kommun
                vad: Två fältsekreterare går varje pass.
                när: {till: 2019-12-15}
                mängd: {antal: 0, enhet: pass}  # <-

    Underkänns:

        # bedömning: delvis
        åtgärder:
          - id: Å1.1
            vad: Ljus i gångtunneln
            vem: {ansvarig: {aktör: kommun}}
            hur: Ej klart, kompletteras efter mötet.
            när: {detalj: i mån av tid}  # <-

    Underkänns:

        löften:
          - id: L1
            lydelse: Vi går 40 nattvandringar under året.
            åtaganden:
              - {aktör: kommun, vad: Två fältsekreterare går varje pass.}  # <-

    Underkänns:

        # bedömning: saknas
        åtgärder:
          - id: Å1.1  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 8; Brå, Upprätta åtgärdsplan
    """
    dossier = case.dossier
    for action in dossier.actions:
        yield from _action(dossier, action)
    promised = (
        [] if dossier.actions else [(pledge, one) for pledge in dossier.pledges for one in pledge.commitments if is_taken_on(one, pledge)]
    )
    for pledge, commitment in promised:
        yield from _commitment(dossier, pledge, commitment)
    if dossier.actions or promised:
        if absent := absent_plans(dossier):
            yield Unjudged(why_unread(absent))
        return
    extracts = () if dossier.pledges else published(dossier, "medborgarlöfte")
    if elsewhere := (*listed_elsewhere(dossier, "åtgärdsplan", "medborgarlöfte"), *extracts):
        yield Unjudged(why_unseen(elsewhere))
        return
    yield Finding(
        "det finns inga åtgärder",
        first_document(dossier, "åtgärdsplan").at("actions"),
        "Skriv åtgärderna i en plan (typ: åtgärdsplan) och ta upp den bland bilagorna."
        if dossier.is_agreement
        else "Skriv åtgärderna under åtgärder.",
        suggestion="åtgärder:\n  - id: Å1.1\n    vad: …\n    hur: …\n    vem: {ansvarig: {aktör: …, funktion: …}}\n    när: {från: …, till: …}",
        cured_by=frozenset({"åtgärder"}),
    )


def _action(dossier: Dossier, action: Action) -> Verdicts:
    asked = [
        ("när", is_said_when(action.when), action.at("when")),
        ("vad", says(action.what), action.at("what")),
        ("vem", responsible(action.who) is not None, action.at("who", "responsible")),
        ("hur", says(action.how), action.at("how")),
    ]
    missing = [(word, place) for word, there, place in asked if not there]
    if len(missing) < len(asked):
        yield Evidence(action.here)
    if not missing:
        return
    missing = unfaulted(dossier, missing)
    words = [word for word, _ in missing]
    helping = len(action.who.participants) if action.who else 0
    told = in_words(words, action.when)
    message = f"{display_name(action)} säger inte {listing(told, 'eller')}"
    if words == ["vem"] and helping:
        message = f"{display_name(action)} har {count(helping, 'medverkande', 'medverkande')} men ingen som ansvarar"
    yield Finding(
        message,
        missing[0][1],
        "Skriv en funktion under ansvarig." if words == ["vem"] else f"Skriv {listing(words)} på åtgärden.",
        suggestion="\n".join(_PASTE[word] for word in words) if words != ["vem"] or not action.who else "ansvarig: {aktör: …, funktion: …}",
        progress=f"{action.id or 'en åtgärd'} saknar {listing(f'”{word}”' for word in words)}",
        items=tuple(Item(word) for word in words),
    )


def _commitment(dossier: Dossier, pledge: Pledge, commitment: Commitment) -> Verdicts:
    """What one takes on in a pledge. The amount says how, and the time of the pledge or of its document holds for it."""
    missing: list[tuple[str, Place]] = []
    amount = commitment.quantity
    if not (is_said_when(commitment.when) or (amount is not None and amount.count and amount.per) or _has_time(dossier, pledge)):
        missing.append(("när", commitment.at("when")))
    if not commitment.actor and not commitment.actors:
        missing.append(("vem", commitment.at("actor")))
    if amount is None or not amount.count:
        missing.append(("hur", commitment.at("quantity")))
    yield Evidence(commitment.here)
    if missing := unfaulted(dossier, missing):
        words = [word for word, _ in missing]
        yield Finding(
            f"{_called(commitment)} i {display_name(pledge)} säger inte {listing(in_words(words, commitment.when), 'eller')}",
            missing[0][1],
            f"Skriv {listing({'hur': 'mängd', 'vem': 'aktör'}.get(word, word) for word in words)} på åtagandet.",
            progress=f"ett åtagande i {pledge.id or 'ett löfte'} saknar {listing(words)}",
            items=tuple(Item(word) for word in words),
        )


def _has_time(dossier: Dossier, pledge: Pledge) -> bool:
    document = dossier.document_of(pledge)
    return pledge.period is not None or (isinstance(document, PledgeDocument) and document.period is not None)


def _called(commitment: Commitment) -> str:
    if says(commitment.what):
        return f"åtagandet ”{commitment.what}”"
    amount = commitment.quantity
    told = f"{amount.count} {amount.unit}" if amount is not None and amount.count and amount.unit else ""
    return f"åtagandet ”{told}”" if told else "ett åtagande"
