"""SK13."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place
from samverkan_cli.models import FollowUpPlan
from samverkan_cli.models.actions import FollowUp
from samverkan_cli.models.content import FocusArea
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._queries import lacking, responsible
from samverkan_cli.swedish import listing


@rule("SK13", "uppföljning-av-åtgärder", Level.ERROR, step=4, also_serves=("SH05",))
def every_action_is_followed_up(case: Case) -> Verdicts:
    """Varje åtgärd följs upp: vem, när och vad

    Uppföljning som ingen är utsedd att göra blir inte gjord (checklistan, punkt 13).

    Uppföljningen står under åtgärden, eller i uppföljningsplanen med `gäller_åtgärder` eller `gäller_fokusområden`. En `typ: effekt` för hela
    fokusområdet säger om problemet ändras, inte om åtgärden blev gjord, och räknas inte för den enskilda åtgärden. Räknar ni bara vad ni gör
    i ett fokusområde, och aldrig om problemet ändras, är det en varning. En uppföljningsplan för sig bedöms post för post.

    Godkänns:

        åtgärder:
          - id: Å1.1
            uppföljning:
              - vad: antal genomförda pass
                vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}
                när: {minst: 1, per: månad}

    Underkänns:

        åtgärder:
          - id: Å1.1  # <-
            vad: Vuxna på plats
          - id: Å1.2
            uppföljning:
              - vad: antal pass  # <-
                när: {minst: 1, per: månad}

    Underkänns:

        fokusområden: [{id: F1}]
        åtgärder:
          - {id: Å1.1, gäller_fokusområden: [F1]}  # <-
        uppföljning:
          - {typ: effekt, gäller_fokusområden: [F1], vad: otryggheten, vem: {ansvarig: {aktör: kommun, funktion: utredare}}, när: {minst: 1, per: år}}

    Underkänns:

        fokusområden:
          - {id: F1}  # <- varning
        åtgärder:
          - id: Å1.1
            gäller_fokusområden: [F1]
            uppföljning: [{vad: antal pass, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {minst: 1, per: månad}}]

    Underkänns:

        # för sig: uppföljningsplan.yaml
        samverkan: 1
        typ: uppföljningsplan
        uppföljning:
          - {id: U1, vad: antal pass, vem: {ansvarig: {aktör: kommun, funktion: samordnare}}, när: {minst: 1, per: månad}}
          - {id: U2, vad: otryggheten, när: {minst: 1, per: år}}  # <-

    Underkänns:

        # för sig: uppföljningsplan.yaml
        samverkan: 1
        typ: uppföljningsplan  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 13; Brå, Planera uppföljning
    """
    dossier = case.dossier
    if not dossier.actions:
        yield from _planned(dossier)
        return
    done: list[FollowUp] = []
    for action in dossier.actions:
        planned = dossier.graph.follow_ups_of(action)
        complete = [item for item in planned if not _lacks(item)]
        done += complete
        if complete:
            yield Evidence(complete[0].here)
            continue
        if not planned:
            yield Finding(
                f"ingen följer upp {display_name(action)}",
                action.at("follow_ups"),
                "Skriv vad som följs upp, när och av vem.",
                suggestion="uppföljning:\n  - vad: …\n    vem: {ansvarig: {aktör: …, funktion: …}}\n    när: {minst: …, per: …}",
                cured_by=frozenset({"uppföljning"}),
                progress=f"{action.id or 'en åtgärd'} följs inte upp",
            )
            continue
        missing = _lacks(planned[0])
        words = listing((word for word, _ in missing), "eller")
        yield Finding(
            f"uppföljningen av {display_name(action)} säger inte {words}",
            missing[0][1],
            f"Skriv {listing(word for word, _ in missing)} på uppföljningen.",
            progress=f"uppföljningen av {action.id or 'en åtgärd'} saknar {words}",
        )
    for area in dossier.focus_areas:
        if dossier.graph.actions_in(area.id):
            yield from _effect_in(dossier, area, done)


def _planned(dossier: Dossier) -> Verdicts:
    """The follow-ups of a plan for them that stands alone: the actions are told of elsewhere, so each is judged by itself."""
    if not isinstance(dossier.main, FollowUpPlan):
        return
    if not dossier.follow_ups:
        yield Finding("ingen uppföljning är planerad", dossier.main.at("follow_ups"), "Skriv vad som följs upp, när och av vem.")
    for item in dossier.follow_ups:
        missing = _lacks(item)
        if missing:
            words = [word for word, _ in missing]
            yield Finding(
                f"{display_name(item)} säger inte {listing(words, 'eller')}",
                missing[0][1],
                f"Skriv {listing(words)} på uppföljningen.",
                progress=f"{item.id or 'en uppföljning'} saknar {listing(words)}",
            )
        else:
            yield Evidence(item.here)


def _lacks(item: FollowUp) -> list[tuple[str, Place]]:
    asked = (
        ("what", bool(item.what), "vad"),
        ("who.responsible", responsible(item.who) is not None, "vem"),
        ("when", item.when is not None and item.when.is_given, "när"),
    )
    return lacking(item, asked)


def _effect_in(dossier: Dossier, area: FocusArea, done: list[FollowUp]) -> Verdicts:
    """Whether somebody looks for an effect in a focus area where something is counted."""
    if not done:
        return
    for item in dossier.graph.follow_ups_in(area.id):
        if item.type == "effekt":
            yield Evidence(item.here)
            return
    yield Finding(
        f"i fokusområdet {area.name or area.id} räknar uppföljningen bara vad ni gör; ingen undersöker om problemet ändras",
        area.here,
        "Lägg till en uppföljning med  typ: effekt  som gäller fokusområdet eller dess mål.",
        level=Level.WARNING,
        cured_by=frozenset({"effekt"}),
        progress=f"ingen effekt följs upp i {area.id}",
    )
