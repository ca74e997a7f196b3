"""SH05."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Unjudged
from samverkan_cli.models.actions import FollowUp
from samverkan_cli.models.communication import Feedback
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._elsewhere import listed_elsewhere, why_unseen
from samverkan_cli.rules._presence import in_words, is_said_when, says, unfaulted, when_lacks
from samverkan_cli.rules._queries import responsible, sections_on
from samverkan_cli.rules._vocabulary import FOLLOWING_UP, VAGUE
from samverkan_cli.swedish import listing


@rule("SH05", "uppföljning", Level.WARNING, step=3, words=(FOLLOWING_UP, VAGUE))
def it_says_how_the_work_is_followed_up(case: Case) -> Verdicts:
    """Det står hur arbetet följs upp

    Det som ingen har bestämt hur det ska följas upp blir sällan uppföljt (handboken, Vad ska stå i överenskommelsen).

    Det framgår vem som följer upp, när och till vem det går, av `uppföljning` och `återkoppling` tillsammans, i vilket dokument de än står. Ett
    avsnitt med ordet uppföljning i rubriken räknas också. ”Löpande” säger inte när. Till vem det går räcker att säga en gång, och när det
    rapporteras säger också när. Men varje uppföljning av arbetet har någon som gör den. Att varje åtgärd följs upp frågar SK13 efter i steg 4. Står uppföljningsplanen någon annanstans går det inte att bedöma.

    Godkänns:

        uppföljning: [{vad: läget, vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}, när: {minst: 1, per: halvår}, till: råd}]

    Godkänns:

        uppföljning: [{vad: antal pass, vem: {ansvarig: {grupp: arbetsgruppen}}}]
        # fil: plan.yaml
        samverkan: 1
        typ: uppföljningsplan
        återkoppling: [{till: råd, när: {detalj: vid varje möte}}]

    Godkänns:

        avsnitt: [{rubrik: Uppföljning, text: Samordnaren redovisar läget för rådet två gånger om året.}]

    Underkänns:

        uppföljning:
          - vad: läget
            vem: {ansvarig: {aktör: kommun, funktion: trygghetssamordnare}}
            när: {detalj: löpande}  # <-
            till: råd

    Underkänns:

        # bedömning: delvis
        uppföljning:
          - {vad: läget, vem: {ansvarig: {grupp: beredningsgruppen}}, när: {minst: 1, per: år}, till: råd}
          - vad: det lokala arbetet  # <-
            när: {minst: 1, per: år}

    Underkänns:

        uppföljning:  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse
    """
    dossier = case.dossier
    told = sections_on(dossier, FOLLOWING_UP)
    yield from (Evidence(section.here) for section in told)
    if told:
        return
    found = _planned(dossier)
    who = [item.who.here for item in found if item.who is not None and responsible(item.who)]
    when = [item.when.here for item in found if item.when is not None and is_said_when(item.when)]
    to = [item.at("to") for item in found if says(item.to)]
    yield from (Evidence(place) for place in (*who, *when, *to))
    if not (who and when and to) and (elsewhere := listed_elsewhere(dossier, "uppföljningsplan")):
        yield Unjudged(why_unseen(elsewhere))
        return
    if not found:
        yield Finding(
            "det står inte hur arbetet följs upp",
            dossier.agreement.at("follow_ups"),
            "Skriv vem som följer upp, när och till vem det går.",
            suggestion="uppföljning:\n  - vad: …\n    vem: {ansvarig: {aktör: …, funktion: …}}\n    när: {minst: 1, per: halvår}\n    till: …",
            cured_by=frozenset({"uppföljning", "återkoppling", "åtgärder"}),
        )
        return
    first = found[0]
    asked = (
        ("vem", "vem som följer upp", who, first.at("who")),
        ("när", _never(dossier), when, first.at("when")),
        ("till", "till vem det går", to, first.at("to")),
    )
    missing = unfaulted(dossier, [(word, words, place) for word, words, there, place in asked if not there])
    if missing:
        words = listing((words for _, words, _ in missing), "eller")
        yield Finding(
            f"uppföljningen säger inte {words}",
            missing[0][2],
            f"Skriv {words} under uppföljning.",
            cured_by=frozenset({"uppföljning", "återkoppling", "åtgärder", *(word for word, _, _ in missing)}),
            progress=f"{listing(word for word, _, _ in missing)} saknas",
            items=tuple(Item(word) for word, _, _ in missing),
        )
    reported = any(is_said_when(one.when) for one in dossier.all(lambda document: document.feedback))
    yield from _half_said(dossier, {"vem": bool(who), "när": bool(when) and not reported})


def _half_said(dossier: Dossier, said: dict[str, bool]) -> Verdicts:
    """Each follow-up of the work that leaves out what is ``said`` of another. Of those of an action SK13 asks."""
    for item in dossier.all(lambda document: document.follow_ups):
        if item.applies_to_actions:
            continue
        asked = (("vem", responsible(item.who) is not None, item.at("who")), ("när", is_said_when(item.when), item.at("when")))
        lacking = unfaulted(dossier, [(word, place) for word, there, place in asked if said[word] and not there])
        if lacking:
            words = [word for word, _ in lacking]
            yield Finding(
                f"{display_name(item)} säger inte {listing(in_words(words, item.when), 'eller')}",
                lacking[0][1],
                f"Skriv {listing(words)} på uppföljningen.",
                progress=f"{item.id or 'en uppföljning'} saknar {listing(words)}",
                superseded_by=("SK13",),
                items=tuple(Item(word) for word in words),
            )


def _planned(dossier: Dossier) -> tuple[FollowUp | Feedback, ...]:
    """What is planned of following up and of reporting."""
    return (*dossier.follow_ups, *dossier.all(lambda document: document.feedback))


def _never(dossier: Dossier) -> str:
    """How it is told that no time is said: with what stands there, where something does."""
    written = [item.when for item in _planned(dossier) if item.when is not None]
    return when_lacks(written[0]) if written else "när"
