"""``samverkan steps``: the five steps, what each must have delivered, what is there, and what blocks the next one."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan_cli.checking.packs import Pack
from samverkan_cli.checking.report import DossierReport, PointReport, Report, Verdict
from samverkan_cli.reporters.text_format import Segment
from samverkan_cli.swedish import count
from samverkan_cli.text.sanitize import one_line

STEPS = ("initiera", "egna förberedelser", "gemensamma förberedelser", "genomförande", "uppföljning")
"""The handbook's names of the steps."""

DONE = (Verdict.MET, Verdict.EXEMPT, Verdict.NOT_APPLICABLE, Verdict.DECLINED)


def render(report: Report, pack: Pack) -> Iterator[list[Segment]]:
    """The steps of each dossier."""
    for dossier in report.dossiers:
        yield from _dossier(dossier, pack)
        yield []


def _dossier(dossier: DossierReport, pack: Pack) -> Iterator[list[Segment]]:
    titles = {point.code: point.title for point in pack.points}
    points = [point for point in dossier.of_concern.points if point.pack == pack.name]
    yield [(f"De fem stegen – {one_line(dossier.title)}", "bold"), (f" – bedömt för {dossier.judged}", "")]
    for number, name in enumerate(STEPS, 1):
        here = [point for point in points if point.due_step == number]
        if not here and not dossier.is_agreement:
            continue
        done = [point for point in here if point.verdict in DONE]
        now = "  ← ni är här" if dossier.step == number else ""
        yield [(f"{number} {name}: {len(done)} av {len(here)} klart", "good" if len(done) == len(here) else "bold"), (now, "place")]
        for point in here:
            yield _line(point, titles[point.code])
    yield [(verdict_on(dossier, points), "bold")]


def _line(point: PointReport, title: str) -> list[Segment]:
    ready = point.verdict in DONE
    sign = point.verdict.sign if ready else "◐" if point.evidence else "✗"
    behind = (
        ", ".join(f"{one_line(cited.file)}:{cited.span.line}" for cited in point.evidence[:2])
        if ready
        else "; ".join(one_line(remark) for remark in point.reasons[:3])
    )
    more = f" och {len(point.reasons) - 3} till" if not ready and len(point.reasons) > 3 else ""
    style = "good" if ready else "varning" if point.evidence else "fel"
    return [(f"   {sign} ", style), (title, ""), (f"  {behind}{more}" if behind else "", "dim")]


def verdict_on(dossier: DossierReport, points: list[PointReport]) -> str:
    """The answer to «can we go on?»; of a document that stands alone, what is left of what a step asks of it."""
    step = dossier.step
    if not dossier.is_agreement:
        left_here = sum(point.verdict not in DONE for point in points)
        done = (
            "Inget återstår av det som gäller dokumentet."
            if points
            else "Stegen gäller en överenskommelse; ingen punkt gäller det här dokumentet."
        )
        return f"{count(left_here, 'sak', 'saker')} återstår i dokumentet." if left_here else done
    if step is None:
        first = next((number for number in range(1, 6) if blockers(points, number)), None)
        return "Alla fem stegen är klara." if first is None else f"Första steget som inte är klart är {first}, {STEPS[first - 1]}."
    left = [number for number in range(1, step + 1) if blockers(points, number)]
    if not left:
        return "Ja, ni kan gå vidare till nästa steg." if step < 5 else "Alla fem stegen är klara."
    missing = sum(len(blockers(points, number)) for number in left)
    what = f"innan steg {step + 1}" if step < 5 else "innan ni börjar om"
    return f"{count(missing, 'sak', 'saker')} återstår {what}: {', '.join(f'steg {number}' for number in left)}."


def blockers(points: list[PointReport], step: int) -> list[PointReport]:
    """What is not done in a step."""
    return [point for point in points if point.due_step == step and point.verdict not in DONE]
