"""TID06."""

from collections.abc import Iterable, Sequence

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Item, Level, Place
from samverkan_cli.models.actions import FollowUp
from samverkan_cli.models.actors import Body
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Feedback
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.goals import Goal
from samverkan_cli.models.keys import display_name
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.due import Due, Kind, State, due
from samverkan_cli.swedish import listing

_CURES = frozenset({"utfall", "mätvärden", "uppföljning", "återkoppling", "återkopplat", "avser", "datum"})


@rule("TID06", "uppföljning-utan-utfall", Level.WARNING, step=3)
def what_should_be_followed_up_has_an_outcome(case: Case) -> Verdicts:
    """Den uppföljning som skulle vara gjord har ett utfall

    En passerad dag utan utfall är antingen en bortglömd uppföljning eller ett bortglömt papper. Båda går att rätta.

    Att räkna är inte att redovisa. Säger överenskommelsen hur arbetet redovisas (en `återkoppling` med en takt eller en dag, eller en mottagande grupp med
    `mötesdagar`) är det redovisningen som förfaller, hur ofta något än räknas. Annars gäller uppföljningarnas egen takt, och då räcker bara ett utfall
    eller ett mätvärde som rör åtgärden eller målet. En uppföljning med en egen dag (`senast` eller `till`) förfaller den dagen.

    Det som återkommer räknas från den sista dag som har redovisats (`avser: till`; utan den utfallets dag, annars dokumentets), från början från periodens
    första dag. Det förfaller vid den mottagande gruppens första möte efter det, om det är högst tre månader dit, annars efter sex veckor. En redovisning
    som kommer i tid men avser längre tid än den måste flyttar inte fram nästa. Ett mål med målnivå ska vara mätt tre månader efter målnivåns dag.

    Regeln skriver ett fynd för varje dokument och räknar upp det som saknas där. Det som skulle ha varit klart före den senaste uppföljningen, men
    inte nämns i den, är oklart: det är en upplysning.

    Godkänns:

        # idag: 2020-06-01
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {senast: 2020-03-31}}]
        utfall: [{åtgärd: Å1.1, bedömning: gul}]

    Godkänns:

        # idag: 2020-03-31
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {senast: 2020-03-31}}]

    Godkänns:

        # idag: 2020-06-01
        uppföljning: [{id: U1, vad: arbetssättet, när: {senast: 2020-03-31}}]
        # fil: uppföljning.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2020-03-30

    Godkänns:

        # idag: 2020-06-01
        mål: [{id: M1}]
        uppföljning: [{id: U1, gäller_mål: [M1], när: {senast: 2020-03-31}}]
        mätvärden: [{mål: M1, värde: 8}]

    Godkänns:

        # idag: 2019-08-12
        period: {från: 2019-01-01, till: 2020-12-31}
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {minst: 2, per: år}}]

    Godkänns:

        # idag: 2020-01-26
        period: {från: 2019-01-01, till: 2020-12-31}
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {minst: 2, per: år}}]
        # fil: uppföljning.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2019-06-15
        utfall: [{åtgärd: Å1.1, bedömning: grön}]

    Godkänns:

        # idag: 2019-08-12
        period: {från: 2019-01-01, till: 2020-12-31}
        återkoppling: [{till: rådet, när: {minst: 2, per: år}}]
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {minst: 1, per: månad}}]

    Underkänns:

        # idag: 2020-04-01
        åtgärder:
          - id: Å1.1
            uppföljning:
              - id: U1.1
                när: {senast: 2020-03-31}  # <-

    Underkänns:

        # idag: 2020-06-01
        uppföljning:
          - id: U1
            vad: arbetssättet
            när: {senast: 2020-03-31}  # <-
        # fil: uppföljning.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2019-12-30

    Underkänns:

        # idag: 2019-08-13
        period: {från: 2019-01-01, till: 2020-12-31}
        åtgärder:
          - id: Å1.1
            uppföljning:
              - id: U1.1
                när: {minst: 2, per: år}  # <-

    Underkänns:

        # idag: 2019-08-13
        period: {från: 2019-01-01, till: 2020-12-31}
        återkoppling:
          - till: rådet
            när: {minst: 2, per: år}  # <-
        åtgärder:
          - id: Å1.1
            uppföljning: [{id: U1.1, när: {minst: 1, per: månad}}]

    Underkänns:

        # idag: 2019-08-13
        period: {från: 2019-01-01, till: 2020-12-31}
        # fil: plan.yaml
        samverkan: 1
        typ: åtgärdsplan
        åtgärder:  # <-
          - {id: Å1.1, uppföljning: [{id: U1.1, när: {minst: 2, per: år}}]}
          - {id: Å1.2, uppföljning: [{id: U1.2, när: {minst: 2, per: år}}]}

    Underkänns:

        # idag: 2020-06-16
        mål:
          - id: M1
            indikator: {målnivå: {värde: 7, datum: 2020-03-15}}  # <-

    Underkänns:

        # idag: 2020-06-01
        mål: [{id: M1}]
        uppföljning:
          - id: U1
            gäller_mål: [M1]
            när: {senast: 2020-03-31}  # <- upplysning
        # fil: uppföljning.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2020-04-15

    Källa: Brå 2023, arbetet följs sällan upp; Brå, Följ upp om åtagandena har genomförts
    """
    dossier = case.dossier
    standing: dict[str, list[Due]] = {}
    for one in due(dossier, case.today):
        if one.kind is not Kind.ACTION:
            standing.setdefault(one.node.here.file, []).append(one)
    for document in dossier.documents:
        own = standing.get(document.here.file, [])
        late = [one for one in own if one.state is State.LATE]
        unclear = [one for one in own if one.state is State.UNCLEAR]
        if late:
            yield Finding(
                _said(dossier, *late),
                _place(document, *late),
                "Skriv vad det blev i en uppföljning, eller ett nytt datum och skälet.",
                related=_others(*late),
                items=_items(dossier, late),
                cured_by=_CURES,
            )
        if unclear:
            yield Finding(
                f"det är oklart hur det gick, för den senaste uppföljningen nämner det inte: {_rows(dossier, unclear)}",
                _place(document, *unclear),
                "Skriv vad det blev i en uppföljning, eller när det ska göras i stället.",
                related=_others(*unclear),
                items=_items(dossier, unclear),
                cured_by=_CURES,
                level=Level.NOTE,
            )


def _said(dossier: Dossier, one: Due, *more: Due) -> str:
    if more:
        return f"det här skulle ha varit uppföljt eller redovisat: {_rows(dossier, (one, *more))}"
    if one.kind is Kind.GOAL:
        return f"{display_name(one.node)} skulle ha varit mätt {one.day} men har inget mätvärde"
    if one.kind is Kind.REPORT:
        since = f" sedan {one.since}" if one.since is not None else ""
        return f"{_name(dossier, one.node)} saknas{since}; den skulle ha kommit senast {one.day}"
    if one.since is not None:
        return f"{_name(dossier, one.node)} har inget utfall sedan {one.since}; det skulle ha kommit senast {one.day}"
    return f"{_name(dossier, one.node)} skulle ha varit klar {one.day} men har inget utfall"


def _rows(dossier: Dossier, several: Iterable[Due]) -> str:
    return listing(f"{_name(dossier, one.node)} (senast {one.day})" for one in several)


def _name(dossier: Dossier, node: Node) -> str:
    if isinstance(node, Feedback):
        return f"redovisningen till {_recipient(dossier, node)}"
    holder = dossier.graph.holder_of(node) if isinstance(node, FollowUp) else None
    return f"{display_name(node)} av {display_name(holder)}" if holder is not None else display_name(node)


def _recipient(dossier: Dossier, item: Feedback) -> str:
    names = (body.name for body in dossier.definitions.get(item.to or "", ()) if isinstance(body, Body))
    return next((name for name in names if name), None) or item.to or "mottagaren"


def _place(document: ContentDocument, one: Due, *more: Due) -> Place:
    """Where one thing says when; for several, the section that the first of them stands in."""
    return Place(document.here.file, one.node.here.path[:1]) if more else _own(one.node)


def _own(node: Node) -> Place:
    if isinstance(node, Goal):
        return node.at("indicator", "target", "date")
    when = getattr(node, "when", None)
    name = next((name for name in ("latest", "end") if getattr(when, name, None)), None)
    return node.at("when", name) if name else node.at("when")


def _items(dossier: Dossier, several: Sequence[Due]) -> tuple[Item, ...]:
    return tuple(Item("utfall" if (id := getattr(one.node, "id", None)) else _name(dossier, one.node), id or "") for one in several)


def _others(one: Due, *more: Due) -> tuple[tuple[Place, str], ...]:
    return tuple((_own(other.node), display_name(other.node)) for other in (one, *more)) if more else ()
