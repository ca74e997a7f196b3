"""Which documents are printed, what they are called, and where each id stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from samverkan_cli.models import ContentDocument
from samverkan_cli.models.actions import Action
from samverkan_cli.models.actors import Body
from samverkan_cli.models.base import Node
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.days import in_words
from samverkan_cli.models.formalities import Appendix
from samverkan_cli.models.keys import key_at
from samverkan_cli.models.problems import Problem
from samverkan_cli.project.dossier import Dossier, Member
from samverkan_cli.text.unique_names import file_names, file_slug

AGREEMENT = "överenskommelse"
CHECKLIST = "checklista"
CHAIN = "kedja"
INDEX = "index"


@dataclass(frozen=True)
class Printed:
    """A document that is printed. ``slug`` is its file name without ending."""

    slug: str
    number: str
    title: str
    model: ContentDocument
    member: Member


@dataclass(frozen=True)
class Entry:
    """A line in the list of contents: a document, or an appendix that has no page and why."""

    number: str
    title: str
    slug: str
    note: str = ""
    item: Appendix | None = None


def printed(dossier: Dossier) -> tuple[Printed, ...]:
    """The documents that are printed, the agreement first, then the appendices as listed. What stands alone is the first page."""
    judged = {document.here.file for document in dossier.documents}
    slugs = file_names((INDEX, CHECKLIST, CHAIN))
    result = []
    for member in dossier.members:
        model = member.model
        if member is dossier.root:
            model = dossier.main
        if model is None or member.document.file not in judged:
            continue
        wanted = AGREEMENT if member is dossier.root else member.path.stem
        slug = slugs.free(file_slug(wanted, "dokument")) if dossier.is_agreement else INDEX
        result.append(Printed(slug, member.number, title_of(model, member), model, member))
    return tuple(result)


def title_of(model: ContentDocument, member: Member) -> str:
    """The document's title: its own, else the one in the list of appendices, else its kind."""
    item = member.entry
    return model.title or (item.title if item and item.title else "") or getattr(model, "type", "").capitalize()


def contents(dossier: Dossier, documents: tuple[Printed, ...]) -> tuple[Entry, ...]:
    """The list of contents: what is printed, and what is promised, withheld, dated later or a file of its own."""
    by_file = {document.member.document.file: document for document in documents}
    lines = [Entry(document.number, document.title, document.slug) for document in documents if document.member is dossier.root]
    seen = {dossier.root.document.file}
    members = {member.entry.here: member for member in dossier.members if member.entry is not None}
    files = {member.entry.file: member for member in dossier.members if member.entry is not None}
    for item in dossier.agreement.appendices:
        # A row that lists a file once more has no document of its own: it leads to that of the first.
        member = members.get(item.here) or (files.get(item.file) if item.file else None)
        page = by_file.get(member.document.file) if member else None
        if page is not None and member is not None:
            seen.add(member.document.file)
            lines.append(Entry(item.number or "", page.title, page.slug, "", item))
            continue
        if member is not None:
            seen.add(member.document.file)
        lines.append(Entry(item.number or "", item.title or _name(member, item), "", _why(item, member), item))
    lines += [Entry(document.number, document.title, document.slug) for document in documents if document.member.document.file not in seen]
    return tuple(lines)


WITHHELD = "lämnas inte ut"
"""What stands after an appendix that the public version leaves out."""


def _name(member: Member | None, item: Appendix) -> str:
    if member is not None and member.model is not None and member.model.title:
        return member.model.title
    return item.file.rsplit("/", 1)[-1] if item.file else (item.type or "bilaga").capitalize()


def _why(item: Appendix, member: Member | None) -> str:
    if member is None and item.published is False and not item.file and item.promise is None:
        return WITHHELD
    if item.promise is not None:
        return "löfte"
    if member is None:
        return "finns inte här" if not item.file else "filen saknas"
    if member.foreign:
        return "egen fil"
    if member.model is None or member.model.date is None:
        return "kunde inte läsas"
    return f"daterad {in_words(member.model.date)}, räknas inte än"


def targets(dossier: Dossier, documents: tuple[Printed, ...], anchor: Callable[[str], str]) -> dict[str, str]:
    """Where each id is printed: ``slug.md#anchor``. ``anchor`` makes the anchor of a heading."""
    slugs = {document.member.document.file: document.slug for document in documents}
    found = {}
    for id, nodes in dossier.definitions.items():
        node = nodes[0]
        slug = slugs.get(node.here.file)
        heading = _heading(node, dossier)
        if slug is not None and heading:
            found[id] = f"{slug}.md#{anchor(heading)}"
    return found


def _heading(node: Node, dossier: Dossier) -> str:
    """The heading under which a thing is printed: its own where it has one, else that of the innermost key that has."""
    if isinstance(node, Problem | Action | Pledge):
        name = {Problem: "name", Action: "what", Pledge: "wording"}[type(node)]
        return f"{node.id} {getattr(node, name) or 'Utan namn'}"
    if isinstance(node, Body):
        return node.name or node.id or ""
    steps = [step for step in node.here.path if isinstance(step, str)]
    document = type(dossier.document_of(node))
    keys = (key_at(document, *steps[:length]) for length in range(len(steps), 0, -1))
    return next((key.heading for key in keys if key is not None and key.heading), "")
