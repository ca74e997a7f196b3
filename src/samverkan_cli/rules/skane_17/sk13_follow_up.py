"""SK13."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place, Unjudged
from samverkan_cli.models import FollowUpPlan
from samverkan_cli.models.actions import FollowUp
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import absent_plans, listed_elsewhere, why_unread, why_unseen
from samverkan_cli.rules._presence import in_words, is_said_when, says, unfaulted
from samverkan_cli.rules._queries import first_document, responsible, sections_on
from samverkan_cli.rules._vocabulary import FOLLOWING_UP, VAGUE, WHOLE_WORK
from samverkan_cli.swedish import listing


@rule("SK13", "uppföljning-av-åtgärder", Level.ERROR, step=4, words=(VAGUE, WHOLE_WORK, FOLLOWING_UP))
def every_action_is_followed_up(case: Case) -> Verdicts:
    """Varje åtgärd följs upp

    Om ingen ska följa upp en åtgärd blir det ingen uppföljning. Det ska framgå när och vem som följer upp, och vad (checklistan, punkt 13).

    Uppföljningen står under åtgärden, eller under `uppföljning` och säger vilka åtgärder eller fokusområden den gäller. En uppföljning som inte
    pekar på något men säger att den gäller åtgärderna, planen eller arbetet följer upp var och en i sitt dokument; i överenskommelsen och i en
    uppföljningsplan gäller den alla. Är åtgärderna inte skrivna än är det som sägs om hur arbetet, löftena eller områdena följs upp en del av svaret. En uppföljningsplan för sig bedöms post för post. En grupp kan följa upp. ”Löpande” säger inte när. Att också effekten följs upp frågar TYD06 efter.

    Godkänns:

        åtgärder:
          - id: Å1.1
            uppföljning:
              - {vad: antal pass, vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}, när: {minst: 1, per: månad}}

    Godkänns:

        åtgärder: [{id: Å1.1}]
        uppföljning:
          - {vad: "alla åtgärder, om de är gjorda", vem: {ansvarig: {grupp: råd}}, när: {detalj: vid varje rådsmöte}}

    Godkänns:

        åtgärder: [{id: Å1.1}]
        # fil: uppföljningsplan.yaml
        samverkan: 1
        typ: uppföljningsplan
        uppföljning:
          - {vad: hela planen, vem: {ansvarig: {aktör: kommun}}, när: {minst: 2, per: år}}

    Underkänns:

        åtgärder:
          - id: Å1.1  # <-
            vad: Vuxna på plats
          - id: Å1.2
            uppföljning:
              - vad: antal pass  # <-
                när: {minst: 1, per: månad}
          - id: Å1.3
            uppföljning:
              - vad: antal pass
                vem: {ansvarig: {aktör: kommun}}
                när: {detalj: löpande}  # <-

    Godkänns:

        # bedömning: går inte att bedöma
        åtgärder: [{id: Å1.1}]
        bilagor: [{nr: "6", titel: Uppföljningsplan, datum: 2018-12-05}]

    Underkänns:

        fokusområden: [{id: F1}]
        åtgärder:
          - {id: Å1.1, gäller_fokusområden: [F1]}  # <-
        uppföljning:
          - {typ: effekt, gäller_fokusområden: [F1], vad: otryggheten, vem: {ansvarig: {aktör: kommun, funktion: utredare}}, när: {minst: 1, per: år}}

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

    Underkänns:

        # bedömning: delvis
        åtgärder:  # <-
        uppföljning:
          - {vad: de gemensamma aktiviteterna}

    Underkänns:

        # bedömning: saknas
        åtgärder:  # <-
        löften: [{id: L1, lydelse: Vi mäter farten 24 gånger.}]
        uppföljning:
          - {gäller_löften: [L1], till: råd}

    Underkänns:

        # bedömning: delvis
        åtgärder:
          - id: Å1.1
            uppföljning:
              - vad: antal pass  # <-

    Underkänns:

        # bedömning: saknas
        åtgärder:
          - id: Å1.1
            uppföljning:
              - id: U1  # <-

    Underkänns:

        # bedömning: saknas
        # för sig: uppföljningsplan.yaml
        samverkan: 1
        typ: uppföljningsplan
        uppföljning:
          - id: U1  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 13; Brå, Planera uppföljning
    """
    dossier = case.dossier
    if not dossier.actions and isinstance(dossier.main, FollowUpPlan):
        yield from _planned(dossier)
    elif not dossier.actions:
        # Who follows up the work, and when, may be said before the actions are.
        yield from (Evidence(item.here) for item in dossier.follow_ups if _is_of_the_work(item) and len(_lacks(item)) < _ASKED)
        yield from (Evidence(section.here) for section in sections_on(dossier, FOLLOWING_UP))
        yield _nothing_to_follow(dossier)
    general = general_follow_ups(dossier)
    plans = listed_elsewhere(dossier, "uppföljningsplan")
    if dossier.actions and (absent := absent_plans(dossier)):
        yield Unjudged(why_unread(absent))
    for action in dossier.actions:
        planned = (*dossier.graph.follow_ups_of(action), *general[action.here.file])
        complete = [item for item in planned if not _lacks(item)]
        if complete:
            yield Evidence(complete[0].here)
            continue
        if not planned and plans:
            yield Unjudged(why_unseen(plans))
            continue
        if not planned:
            yield from (Evidence(section.here) for section in sections_on(dossier, FOLLOWING_UP))
            yield Finding(
                f"ingen följer upp {display_name(action)}",
                action.at("follow_ups"),
                "Skriv vad som följs upp, när och av vem.",
                suggestion="uppföljning:\n  - vad: …\n    vem: {ansvarig: {aktör: …, funktion: …}}\n    när: {minst: …, per: …}",
                cured_by=frozenset({"uppföljning"}),
                progress=f"{action.id or 'en åtgärd'} följs inte upp",
            )
            continue
        if len(_lacks(planned[0])) < _ASKED:
            yield Evidence(planned[0].here)
        missing = unfaulted(dossier, _lacks(planned[0]))
        words = [word for word, _ in missing]
        told = listing(in_words(words, planned[0].when), "eller")
        yield Finding(
            f"uppföljningen av {display_name(action)} säger inte {told}",
            missing[0][1],
            f"Skriv {listing(words)} på uppföljningen.",
            progress=f"uppföljningen av {action.id or 'en åtgärd'} saknar {listing(words)}",
            items=tuple(Item(word) for word in words),
        )


def general_follow_ups(dossier: Dossier) -> dict[str, tuple[FollowUp, ...]]:
    """By file, the follow-ups that point at nothing but speak of the whole work: the file's own, the agreement's and those of a plan for it."""
    own = {document.here.file: tuple(item for item in document.follow_ups if _is_general(item)) for document in dossier.documents}
    plans = [one for one in dossier.documents if one is dossier.agreement or getattr(one, "type", "") == "uppföljningsplan"]
    everywhere = tuple(item for plan in plans for item in own[plan.here.file])
    files = {plan.here.file for plan in plans}
    return {file: everywhere if file in files else (*everywhere, *items) for file, items in own.items()}


def _is_general(item: FollowUp) -> bool:
    return not _points(item) and WHOLE_WORK.found_in(item.what)


def _is_of_the_work(item: FollowUp) -> bool:
    return _points(item) or WHOLE_WORK.found_in(item.what)


def _points(item: FollowUp) -> bool:
    return any((item.applies_to_actions, item.applies_to_goals, item.applies_to_pledges, item.applies_to_focus_areas))


def _nothing_to_follow(dossier: Dossier) -> Finding | Unjudged:
    if elsewhere := listed_elsewhere(dossier, "åtgärdsplan", "uppföljningsplan"):
        return Unjudged(why_unseen(elsewhere))
    return Finding(
        "det finns inga åtgärder att följa upp",
        first_document(dossier, "åtgärdsplan").at("actions"),
        "Skriv åtgärderna, och hur var och en följs upp.",
        cured_by=frozenset({"åtgärder"}),
        superseded_by=("SK08",),
    )


_ASKED = 3
"""What, who and when."""


def _planned(dossier: Dossier) -> Verdicts:
    """The follow-ups of a plan for them that stands alone: the actions are told of elsewhere, so each is judged by itself."""
    if not dossier.follow_ups:
        yield Finding("ingen uppföljning är planerad", dossier.main.at("follow_ups"), "Skriv vad som följs upp, när och av vem.")
    for item in dossier.follow_ups:
        if len(_lacks(item)) < _ASKED:
            yield Evidence(item.here)
        if missing := unfaulted(dossier, _lacks(item)):
            words = [word for word, _ in missing]
            told = listing(in_words(words, item.when), "eller")
            yield Finding(
                f"{display_name(item)} säger inte {told}",
                missing[0][1],
                f"Skriv {listing(words)} på uppföljningen.",
                progress=f"{item.id or 'en uppföljning'} saknar {listing(words)}",
                items=tuple(Item(word) for word in words),
            )


def _lacks(item: FollowUp) -> list[tuple[str, Place]]:
    asked = (
        ("vad", says(item.what), item.at("what")),
        ("vem", responsible(item.who) is not None, item.at("who", "responsible")),
        ("när", is_said_when(item.when), item.at("when")),
    )
    return [(word, place) for word, there, place in asked if not there]
