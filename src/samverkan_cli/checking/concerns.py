"""What a document is judged by when it stands alone: what concerns its type, and its owner. The rest is not applicable, and it is said why.

An agreement is judged by everything.
"""

from __future__ import annotations

from samverkan_cli.checking.packs import Point
from samverkan_cli.checking.rule import Rule
from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.owner import Owner, owner
from samverkan_cli.swedish import listing

ALWAYS = frozenset({"fil", "kedja", "tid", "skydd", "tydlighet"})
"""The packs that look at what there is, whatever it stands in."""

BY_TYPE: dict[str, frozenset[str]] = {
    "lägesbild": frozenset({"SK03", "SK04", "JB01", "JB02", "LAG04", "LAG06", "ST22"}),
    "problembild": frozenset({"SK05", "SK06", "JB01", "JB02", "ST32", "ST33"}),
    "åtgärdsplan": frozenset({"SK08", "SK09", "SK10", "SK13", "LAG05", "LAG06", "ST43"}),
    "medborgarlöfte": frozenset({"SK07", "ST44"}),
    "kommunikationsplan": frozenset({"SK11", "ST14"}),
    "uppföljningsplan": frozenset({"SK13"}),
    "uppföljning": frozenset({"ST53", "ST55"}),
}
"""The rules of the other packs that concern a document of each type. A point concerns what one of the rules that judge it does."""

_OWNED = {
    "SK03": Owner.MUNICIPALITY,
    "SK04": Owner.POLICE,
    "LAG04": Owner.MUNICIPALITY,
    "LAG05": Owner.MUNICIPALITY,
    "LAG06": Owner.MUNICIPALITY,
}
"""The rules that speak of one party's own document."""


def concerns(dossier: Dossier, rule: Rule) -> bool:
    """Whether a rule judges what lies at the dossier's root."""
    return dossier.is_agreement or rule.pack in ALWAYS or (rule.code in _of_type(dossier) and _owned_by_another(dossier, rule.code) is None)


def outside(dossier: Dossier, point: Point) -> str:
    """Why a point does not concern what lies at the dossier's root, or nothing."""
    if dossier.is_agreement:
        return ""
    judging = (point.code, *point.judged_by)
    if not _of_type(dossier).intersection(judging):
        return f"gäller {_kinds(judging)}; det här är {dossier.main.noun.indefinite}"
    owners = [_owned_by_another(dossier, code) for code in judging if code in _of_type(dossier)]
    if any(one is None for one in owners):
        return ""
    wanted = listing((f"{one.swedish} {dossier.main.noun.singular}" for one in dict.fromkeys(owners) if one is not None), "eller")
    return f"gäller {wanted}; det här är {owner(dossier.main).swedish}"


def _of_type(dossier: Dossier) -> frozenset[str]:
    return BY_TYPE.get(getattr(dossier.main, "type", ""), frozenset())


def _owned_by_another(dossier: Dossier, code: str) -> Owner | None:
    """Whose document a rule asks for, if this is somebody else's."""
    wanted = _OWNED.get(code)
    return wanted if wanted is not None and wanted is not owner(dossier.main) else None


def _kinds(codes: tuple[str, ...]) -> str:
    """The documents that some rules concern: ``en överenskommelse eller en åtgärdsplan``."""
    types = ("överenskommelse", *(type for type, own in BY_TYPE.items() if own.intersection(codes)))
    return listing((DOCUMENT_TYPES[type].noun.indefinite for type in types), "eller")
