"""What several rules look for, and how they say it."""

from collections.abc import Iterable, Iterator

from samverkan_cli.diagnostics import Finding, Place
from samverkan_cli.models import SituationReport
from samverkan_cli.models.actors import Commitment, CoordinationFunction, Party
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.content import Section
from samverkan_cli.models.keys import references
from samverkan_cli.models.problems import Problem
from samverkan_cli.models.roles import Role, Who
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.owner import Owner, owner
from samverkan_cli.rules._presence import is_said_when, says
from samverkan_cli.rules._vocabulary import MUNICIPALITY, POLICE
from samverkan_cli.text.vocabulary import Words


def party_name(party: Party) -> str:
    """The party's name, else its id, else its kind."""
    return party.name or party.id or party.type or "en part utan namn"


def municipalities(dossier: Dossier) -> tuple[Party, ...]:
    """The parties that are municipalities (Region Gotland is one); whose document it is, where one stands alone.

    One that does not say what it is is known by its name.
    """
    kinds = ("kommun", "stadsdel") if any(party.type == "kommun" for party in dossier.parties) else ("kommun", "stadsdel", "region")
    return _owning(dossier, Owner.MUNICIPALITY) or tuple(
        party
        for party in dossier.parties
        if party.type in kinds or (party.type is None and _is_called(party, MUNICIPALITY) and not _is_called(party, POLICE))
    )


def police(dossier: Dossier) -> tuple[Party, ...]:
    """The parties that are the police; whose document it is, where one stands alone. One that does not say what it is is known by its name."""
    return _owning(dossier, Owner.POLICE) or tuple(party for party in dossier.parties if is_police(party))


def is_police(party: Party) -> bool:
    """Whether a party is the police."""
    return party.type == "polis" or (party.type is None and _is_called(party, POLICE))


def is_municipality(party: Party) -> bool:
    """Whether a party is a municipality, a district of one, or a region that does what a municipality does."""
    return party.type in ("kommun", "stadsdel", "region") or (
        party.type is None and _is_called(party, MUNICIPALITY) and not is_police(party)
    )


def _is_called(party: Party, words: Words) -> bool:
    return words.found_in(party.name) or words.found_in(party.id)


def principals(dossier: Dossier) -> tuple[Party, ...]:
    """The parties that the checklist speaks of, municipalities and the police, and those that do not say what they are."""
    known = (*municipalities(dossier), *police(dossier))
    seen = set(map(id, known))
    return (*known, *(party for party in dossier.parties if party.type is None and id(party) not in seen))


def coordinators(dossier: Dossier, party: Party) -> tuple[CoordinationFunction, ...]:
    """The functions that coordinate for a party."""
    functions = dossier.all(lambda document: document.coordination_functions)
    return tuple(function for function in functions if function.party and function.party == party.id)


def _owning(dossier: Dossier, wanted: Owner) -> tuple[Party, ...]:
    """The party that a document is of which stands alone: no agreement tells of it, so it has the id that the document calls it by."""
    if dossier.is_agreement or owner(dossier.main) is not wanted:
        return ()
    id = dossier.main.party if isinstance(dossier.main, SituationReport) else None
    party = Party.model_construct(id=id, type=wanted.value, name={"kommun": "kommunen", "polis": "polisen"}[wanted.value])
    party._here = dossier.main.here
    return (party,)


def responsible(who: Who | None) -> Role | None:
    """The one who is responsible, if somebody is named: an organisation, a function or a group."""
    role = who.responsible if who else None
    return role if role is not None and (role.actor or says(role.function) or role.body) else None


def acting(who: Who | None) -> tuple[Role, ...]:
    """Everybody who acts: the responsible one and the participants."""
    if who is None:
        return ()
    return (*((who.responsible,) if who.responsible else ()), *who.participants)


def actors_of(dossier: Dossier, who: Who | None) -> frozenset[str]:
    """The ids of the organisations that act, those in a group that acts included."""
    bodies = {role.body for role in acting(who) if role.body}
    seated = (role for body in dossier.bodies if body.id in bodies for role in (*body.led_by, *body.members))
    return frozenset(role.actor for role in (*acting(who), *seated) if role.actor)


def lacking(node: Node, asked: Iterable[tuple[str, bool, str]]) -> list[tuple[str, Place]]:
    """Of what is asked for (dotted Python name, whether it is there, the word for it), the words and places of what is lacking."""
    return [(word, node.at(*name.split("."))) for name, there, word in asked if not there]


def sections_on(dossier: Dossier, words: Words) -> tuple[Section, ...]:
    """The sections, in whatever document, that have one of the words in the heading and say something."""
    return dossier.all(lambda document: (one for one in document.sections if words.found_in(one.heading) and says(one.text)))


def is_described(problem: Problem) -> bool:
    """Whether a problem is one: it says in words what it is."""
    return any(map(says, (problem.name, problem.extent, problem.character)))


def is_taken_on(commitment: Commitment, pledge: Pledge | None = None) -> bool:
    """Whether a commitment says what is taken on: in words, by an amount of something, or in those of its pledge, where it says anything itself."""
    amount = commitment.quantity
    counted = amount is not None and bool(amount.count)
    if says(commitment.what) or (counted and amount is not None and says(amount.unit)):
        return True
    said = counted or bool(commitment.actor or commitment.actors) or is_said_when(commitment.when)
    return pledge is not None and says(pledge.wording) and said


def no_parties(dossier: Dossier) -> Iterator[Finding]:
    """That an agreement has no parties, for the points that ask something of each. SK01 says it, where that is asked for."""
    if dossier.is_agreement and not dossier.parties:
        yield Finding(
            "överenskommelsen har inga parter",
            dossier.agreement.at("parties"),
            "Skriv parterna under parter.",
            cured_by=frozenset({"parter"}),
            superseded_by=("SK01",),
        )


def first_document(dossier: Dossier, *types: str) -> Node:
    """The first document of one of the types, else that at the root: where something that belongs there is missed."""
    for kind in types:
        for document in dossier.documents:
            if getattr(document, "type", "") == kind:
                return document
    return dossier.main


def called(dossier: Dossier, words: str | None) -> str:
    """The name of a group that is known by its id; other words as they stand."""
    return next((body.name or body.id or "" for body in dossier.bodies if body.id and body.id == words), words or "")


def without_id(dossier: Dossier) -> dict[str, tuple[Node, tuple[Place, ...]]]:
    """The ids that nothing has, where exactly one thing of that kind has none: the thing, and where the id is pointed at."""
    missing: dict[type[Node], dict[str, list[Place]]] = {}
    for node in dossier.nodes if dossier.is_agreement else ():
        for key, id, place in references(node):
            wanted = key.refers_to
            if wanted is not None and wanted is not Node and id not in dossier.definitions:
                missing.setdefault(wanted, {}).setdefault(id, []).append(place)
    found = {}
    for wanted, ids in missing.items():
        nameless = [node for node in dossier.nodes if isinstance(node, wanted) and not getattr(node, "id", None)]
        if len(ids) == 1 and len(nameless) == 1:
            found.update({id: (nameless[0], tuple(places)) for id, places in ids.items()})
    return found
