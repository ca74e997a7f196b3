"""The checklists with verdicts and evidence, as words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from samverkan_cli.checking.packs import Pack
from samverkan_cli.checking.report import PLURAL, Basis, DossierReport, PointReport, Report, Verdict
from samverkan_cli.diagnostics import Group, Level
from samverkan_cli.printing.views.convert import Context, view
from samverkan_cli.printing.views.plan import AGREEMENT, Printed
from samverkan_cli.printing.views.words import Line, Link
from samverkan_cli.swedish import capital, count, dates_in_words, listing, long_date


@dataclass(frozen=True)
class PointView:
    """A line of a checklist."""

    number: Line
    title: Line
    verdict: Line
    sign: Line
    where: tuple[object, ...]


@dataclass(frozen=True)
class PackView:
    """A checklist."""

    title: Line
    source: Line
    totals: Line
    points: tuple[PointView, ...]


@dataclass(frozen=True)
class GroupView:
    """What is wrong now, what remains in the step, or what comes later: how much, and in the step each thing."""

    title: Line
    number: Line
    items: tuple[Line, ...]


@dataclass(frozen=True)
class ChecklistView:
    """The checklist document's ``x``."""

    title: Line
    judged: Line
    step: Line | None
    packs: tuple[PackView, ...]
    exemptions: tuple[Line, ...]
    groups: tuple[GroupView, ...]


def checklist_view(report: Report, packs: list[Pack], documents: tuple[Printed, ...], context: Context, *, public: bool) -> ChecklistView:
    """The checklists of the dossier that the report is about; of one that stands alone, the points that concern it.

    What is wrong, what remains and what comes later is for those who work with it: the ``public`` version does not say it.
    """
    dossier = report.dossiers[0]
    return ChecklistView(
        Line("Checklistan"),
        Line(long_date(dossier.judged)),
        Line(str(dossier.step)) if dossier.step else None,
        tuple(
            made for pack in packs if pack.points and ((made := _pack(dossier, pack, documents, context)).points or dossier.is_agreement)
        ),
        tuple(_exemptions(context)),
        () if public else tuple(_groups(report)),
    )


def _groups(report: Report) -> Iterator[GroupView]:
    """What is wrong now, what remains in the step that is going on, and how much comes later."""
    words = ((Level.ERROR, "fel", "fel"), (Level.WARNING, "varning", "varningar"), (Level.NOTE, "upplysning", "upplysningar"))
    now = [count(number, one, several) for level, one, several in words if (number := report.count(level))]
    yield GroupView(Line("Fel nu"), Line(listing(now) if now else "inget"), ())
    step, left = report.dossiers[0].step, report.of(Group.STEP)
    if step is not None:
        said = tuple(
            Line(f"{found.code} {dates_in_words(capital(found.message))}{' (kommer med underskriften)' if found.given_by_signing else ''}")
            for found in left
        )
        yield GroupView(Line(f"Återstår i steg {step}"), Line(count(len(left), "sak", "saker") if left else "inget"), said)
    yield GroupView(Line("Senare"), Line(count(len(report.of(Group.LATER)), "sak", "saker")), ())


def _pack(dossier: DossierReport, pack: Pack, documents: tuple[Printed, ...], context: Context) -> PackView:
    points = [point for point in dossier.of_concern.points if point.pack == pack.name]
    numbers = {point.code: number for number, point in enumerate(pack.points, 1)}
    titles = {point.code: point.title for point in pack.points}
    words = Counter(point.word for point in points)
    totals = ", ".join(f"{number} {PLURAL.get(word, word) if number != 1 else word}" for word, number in words.items())
    shown = [
        PointView(
            Line(str(numbers[point.code])),
            Line(capital(titles[point.code])),
            Line(point.word),
            Line(point.verdict.sign),
            _where(point, documents, context),
        )
        for point in points
    ]
    return PackView(Line(pack.title), Line(pack.source), Line(totals), tuple(shown))


def _where(point: PointReport, documents: tuple[Printed, ...], context: Context) -> tuple[object, ...]:
    """The documents and ids that show the point, or what is lacking."""
    pages = {document.member.document.file: document for document in documents}
    found: list[object] = []
    if point.group is Group.LATER and point.verdict is Verdict.NOT_DUE:
        return (Line(f"Hör till steg {point.due_step}"),)
    if point.verdict not in (Verdict.MET, Verdict.PARTLY, Verdict.EXEMPT):
        found = [Line(dates_in_words(capital(reason))) for reason in point.reasons]
        return tuple(found)
    theirs = _in_the_family(context)
    named: dict[str, dict[str, None]] = {}
    for cited in point.evidence:
        named.setdefault(cited.file, {}).update({cited.id: None} if cited.id else {})
    for file, known in named.items():
        ids = list(known)
        page = pages.get(file)
        if page is None and file in theirs:
            line = Line(theirs[file])
            found += [line] if line not in found else []
            continue
        if page is None:
            found.append(Line("i ett dokument som inte lämnas ut"))
            continue
        label = f"bilaga {page.number}" if page.number else page.title if page.slug != AGREEMENT else "överenskommelsen"
        behind = f" ({', '.join(ids[:5])}{' …' if len(ids) > 5 else ''})" if ids else ""
        found.append(Link(label + behind, f"{page.slug}.md"))
    if point.verdict is Verdict.MET:
        # Whose the evidence is is said with it already.
        found += [Line(dates_in_words(reason)) for reason in point.reasons if point.basis is not Basis.ABOVE]
    else:
        found += [Line(f"saknas: {dates_in_words(reason)}") for reason in point.reasons]
    return tuple(found)


def _in_the_family(context: Context) -> dict[str, str]:
    """The files of the agreements around this one, and how each is spoken of."""
    family = context.dossier.family
    named = [("i överenskommelsen ovanför", family.above), *(("i delen", part) for part in family.below)]
    return {member.document.file: f"{words}: {other.title}" for words, other in named if other is not None for member in other.members}


def _exemptions(context: Context) -> list[Line]:
    lines = []
    for item in context.dossier.all(lambda document: document.exemptions):
        words = view(item, context)
        parts = [words.rule or "", f"för {words.id}" if words.id else "", f"beslutat av {words.decided_by}" if words.decided_by else ""]
        until = f"till och med {words.end}" if words.end else ""
        lines.append(Line(", ".join(part for part in (*parts, until, words.reason or "") if part)))
    return lines
