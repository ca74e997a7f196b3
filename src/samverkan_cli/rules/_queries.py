"""What several rules look for, and how they say it."""

from collections.abc import Iterable

from samverkan_cli.diagnostics import Place
from samverkan_cli.models import SituationReport
from samverkan_cli.models.actors import Party
from samverkan_cli.models.base import Node
from samverkan_cli.models.roles import Role, Who
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.owner import Owner, owner


def party_name(party: Party) -> str:
    """The party's name, else its id, else its kind."""
    return party.name or party.id or party.type or "en part utan namn"


def municipalities(dossier: Dossier) -> tuple[Party, ...]:
    """The parties that are municipalities (Region Gotland is one); whose document it is, where one stands alone."""
    return _owning(dossier, Owner.MUNICIPALITY) or tuple(
        party
        for party in dossier.parties
        if party.type in ("kommun", "stadsdel") or (party.type == "region" and not _has(dossier, "kommun"))
    )


def police(dossier: Dossier) -> tuple[Party, ...]:
    """The parties that are the police; whose document it is, where one stands alone."""
    return _owning(dossier, Owner.POLICE) or tuple(party for party in dossier.parties if party.type == "polis")


def _owning(dossier: Dossier, wanted: Owner) -> tuple[Party, ...]:
    """The party that a document is of which stands alone: no agreement tells of it, so it has the id that the document calls it by."""
    if dossier.is_agreement or owner(dossier.main) is not wanted:
        return ()
    id = dossier.main.party if isinstance(dossier.main, SituationReport) else None
    party = Party.model_construct(id=id, type=wanted.value, name={"kommun": "kommunen", "polis": "polisen"}[wanted.value])
    party._here = dossier.main.here
    return (party,)


def _has(dossier: Dossier, kind: str) -> bool:
    return any(party.type == kind for party in dossier.parties)


def responsible(who: Who | None) -> Role | None:
    """The one who is responsible, if somebody is named."""
    role = who.responsible if who else None
    return role if role is not None and (role.actor or role.function) else None


def acting(who: Who | None) -> tuple[Role, ...]:
    """Everybody who acts: the responsible one and the participants."""
    if who is None:
        return ()
    return (*((who.responsible,) if who.responsible else ()), *who.participants)


def lacking(node: Node, asked: Iterable[tuple[str, bool, str]]) -> list[tuple[str, Place]]:
    """Of what is asked for (dotted Python name, whether it is there, the word for it), the words and places of what is lacking."""
    return [(word, node.at(*name.split("."))) for name, there, word in asked if not there]


def first_document(dossier: Dossier, *types: str) -> Node:
    """The first document of one of the types, else that at the root: where something that belongs there is missed."""
    for kind in types:
        for document in dossier.documents:
            if getattr(document, "type", "") == kind:
                return document
    return dossier.main
