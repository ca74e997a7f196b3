"""The figures of a document: which there are, and what they show."""

from __future__ import annotations

from samverkan_cli.models import ContentDocument
from samverkan_cli.models.actions import Action
from samverkan_cli.models.actors import Body
from samverkan_cli.models.days import add_days, last_of
from samverkan_cli.models.goals import Goal
from samverkan_cli.printing.figures.chain import Column, chain
from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.figures.organisation import Group, organisation
from samverkan_cli.printing.figures.timeline import Bar, timeline
from samverkan_cli.printing.figures.trend import Line as TrendLine
from samverkan_cli.printing.figures.trend import trend
from samverkan_cli.printing.views.convert import Context, view
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.project.latest import holds_for


def draw_timeline(slug: str, document: ContentDocument, context: Context) -> Figure | None:
    """The actions of a document over time."""
    rows, days = [], []
    for action in document.actions:
        when = action.when
        if when is None or not (when.start or when.end or when.latest):
            continue
        end = when.end or when.latest
        days += [day for day in (when.start, end) if day is not None]
        label = " ".join(part for part in (action.id, action.what) if part)
        rows.append(Bar(label, when.start, end, "", _status(action, context.dossier)))
    if not rows:
        return None
    dossier = context.dossier
    first = min([*days, *([dossier.start] if dossier.start else [])])
    last = max([*days, *([dossier.end] if dossier.end else [])])
    if first == last:
        last = add_days(first, 30)
    return timeline(f"tidslinje-{slug}.svg", "Åtgärderna över tid", rows, first, last)


def _status(action: Action, dossier: Dossier) -> str:
    """How it has gone, as somebody has told it: that a day has passed says nothing of what was done."""
    if action.closed is not None:
        return "avbruten"
    told = dossier.graph.assessment_of(action.id)
    if told is None:
        return "planerad"
    end = (action.when.end or action.when.latest) if action.when else None
    day = holds_for(dossier, told)
    if end is None or day is None or last_of(day) < end:
        return "pågår"
    return "inte gjord" if told.assessment == "röd" else "klar"


_PANELS = 6
"""The most that a figure shows: with more of them a page is too small to read them on."""


def draw_trends(slug: str, goals: tuple[Goal, ...], context: Context) -> tuple[Figure, ...]:
    """Each goal's line from baseline to target, with the values measured so far, a few goals in each figure."""
    rows = []
    for goal in goals:
        indicator = goal.indicator
        if indicator is None:
            continue
        baseline = indicator.baseline
        target = indicator.target
        start = (baseline.date, float(baseline.value)) if baseline and baseline.date and baseline.value is not None else None
        end = (target.date, float(target.value)) if target and target.date and target.value is not None else None
        measured = [
            (value.date, float(value.value))
            for value in context.dossier.graph.measurements_of(goal.id)
            if value.date and value.value is not None
        ]
        if start is None and end is None and not measured:
            continue
        label = " ".join(part for part in (goal.id, goal.wording) if part)
        rows.append(TrendLine(label, (indicator.unit or ""), start, end, sorted(measured)))
    parts = [rows[first : first + _PANELS] for first in range(0, len(rows), _PANELS)]
    of_several = [f", {number} av {len(parts)}" if len(parts) > 1 else "" for number in range(1, len(parts) + 1)]
    return tuple(
        trend(f"mål-{slug}{'' if number == 1 else f'-{number}'}.svg", f"Från baslinje till målnivå{part_of}", part)
        for number, (part, part_of) in enumerate(zip(parts, of_several, strict=True), 1)
    )


def draw_chain(slug: str, document: ContentDocument, context: Context) -> tuple[Figure, list[tuple[str, str, str, tuple[str, ...]]]] | None:
    """The chain behind a document's actions, and the rows of the table that says the same."""
    dossier, graph = context.dossier, context.dossier.graph
    if not document.actions:
        return None
    met = {id for action in document.actions for id in action.meets_causes}
    problems = {id for cause in graph.causes_named(met) for id in graph.problems_of(cause)}
    problems |= {id for action in document.actions for id in action.applies_to_problems}
    causes = [cause for cause in dossier.causes if cause.id in met or problems.intersection(graph.problems_of(cause))]
    goals = graph.with_aims(graph.goals_named(id for action in document.actions for id in action.contributes_to_goals))
    columns = (
        Column(
            "Problem",
            [
                (problem.id, f"{problem.id} {problem.name or ''}".strip())
                for problem in dossier.problems
                if problem.id and problem.id in problems
            ],
        ),
        Column("Orsak", [(cause.id, f"{cause.id} {cause.cause or ''}".strip()) for cause in causes if cause.id]),
        Column("Åtgärd", [(action.id, f"{action.id} {action.what or ''}".strip()) for action in document.actions if action.id]),
        Column("Mål", [(goal.id, f"{goal.id} {goal.wording or ''}".strip()) for goal in goals if goal.id]),
    )
    edges = [(id, cause.id) for cause in causes for id in graph.problems_of(cause) if cause.id and id in problems]
    edges += [(id, action.id) for action in document.actions for id in action.applies_to_problems if action.id]
    edges += [(id, action.id) for action in document.actions for id in action.meets_causes if action.id]
    edges += [(action.id, id) for action in document.actions for id in action.contributes_to_goals if action.id]
    known = {id for column in columns for id, _ in column.nodes}
    edges = [(left, right) for left, right in edges if left in known and right in known]
    if not edges:
        return None
    rows = []
    own = {id(action) for action in document.actions}
    for cause in causes:
        actions: list[Action | None] = [action for action in graph.actions_meeting(cause.id) if id(action) in own]
        for action in actions or [None]:
            first = next(iter(graph.problems_of(cause)), "")
            rows.append((first, cause.id or "", (action.id or "") if action else "", action.contributes_to_goals if action else ()))
    direct = (action for action in document.actions if action.applies_to_problems and not action.meets_causes)
    rows += [(action.applies_to_problems[0], "", action.id or "", action.contributes_to_goals) for action in direct]
    return chain(f"kedja-{slug}.svg", "Kedjan från problem till mål", columns, edges), rows


def draw_organisation(slug: str, bodies: tuple[Body, ...], context: Context) -> Figure | None:
    """The groups and who reports to whom."""
    if len(bodies) < 2:
        return None
    groups = []
    for index, body in enumerate(bodies):
        words = view(body, context)
        groups.append(
            Group(
                body.id or f"grupp-{index}",
                (body.name or body.id or "grupp"),
                body.type or "",
                words.meetings or "",
                body.reports_to,
                body.once_per,
            )
        )
    return organisation(f"organisation-{slug}.svg", "Så är samverkan organiserad", groups)
