"""Who has signed: a signature without a day is one, a planned one is not."""

from __future__ import annotations

import datetime

from samverkan_cli.models.actors import Party
from samverkan_cli.models.days import first_of
from samverkan_cli.models.formalities import Signature
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.yaml.tree import find


def signatures_of(dossier: Dossier, party: Party, today: datetime.date) -> tuple[Signature, ...]:
    """The signatures of a party that are made by a day."""
    own = (signature for signature in dossier.agreement.signatures if signature.party and signature.party == party.id)
    return tuple(signature for signature in own if is_made(dossier, signature, today))


def is_made(dossier: Dossier, signature: Signature, today: datetime.date) -> bool:
    """Whether a signature is made. Where the day is left to be filled in (``datum: …``) or was not understood it is only planned."""
    if signature.date is not None:
        return first_of(signature.date) <= today
    tree = dossier.by_file[signature.here.file].document.tree
    return tree is None or find(tree, (*signature.here.path, "datum")) is None
