"""The checklist as text: one line a point, with verdict and evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from samverkan_cli.checking.packs import Pack
from samverkan_cli.checking.report import PLURAL, DossierReport, PointReport, Report, Verdict
from samverkan_cli.diagnostics import Group
from samverkan_cli.reporters.text_format import Segment
from samverkan_cli.swedish import count
from samverkan_cli.text.sanitize import one_line

_STYLES = {
    Verdict.MET: "good", Verdict.PARTLY: "varning", Verdict.MISSING: "fel", Verdict.UNKNOWN: "varning",
    Verdict.EXEMPT: "dim", Verdict.NOT_DUE: "dim", Verdict.NOT_APPLICABLE: "dim", Verdict.DECLINED: "dim",
}  # fmt: skip
SIGNATURE = re.compile(rf"\A[^\n]+ – [^\n]+\n(?: [{''.join(sorted({verdict.sign for verdict in Verdict}))}] [ \d]\d |Inga punkter\.\n)")
"""How a checklist in a file is known as ours: the pack's and the agreement's titles, and the first point."""


def render(report: Report, packs: list[Pack]) -> Iterator[list[Segment]]:
    """The points of the packs, for each dossier."""
    for dossier in report.dossiers:
        for pack in packs:
            yield from _pack(dossier, pack)
            yield []


def _pack(dossier: DossierReport, pack: Pack) -> Iterator[list[Segment]]:
    numbered = [(number, point) for number, point in enumerate((one for one in dossier.points if one.pack == pack.name), 1)]
    concerned = {point.code for point in dossier.of_concern.points}
    numbered = [(number, point) for number, point in numbered if point.code in concerned]
    points = [point for _, point in numbered]
    titles = {point.code: point.title for point in pack.points}
    step = f" – steg {dossier.step} av 5" if dossier.step else ""
    yield [(f"{pack.title} – {one_line(dossier.title)}{step}", "bold")]
    longest = max((len(titles[point.code]) for point in points), default=0)
    words = [_verdict(point) for point in points]
    widest = max((len(word) for word in words), default=0)
    for (number, point), word in zip(numbered, words, strict=True):
        line: list[Segment] = [
            (f" {point.verdict.sign} {number:>2} ", _STYLES[point.verdict]),
            (f"{titles[point.code]:<{longest}}  ", ""),
        ]
        line += [(f"{word:<{widest}}  ", _STYLES[point.verdict]), (_behind(point), "dim")]
        yield line
    left = sum(point.pack == pack.name for point in dossier.points) - len(points)
    yield [
        (_totals(points), "bold"),
        (f" · {count(left, 'punkt gäller', 'punkter gäller')} inte det här dokumentet" if left else "", "dim"),
    ]


def _verdict(point: PointReport) -> str:
    if point.verdict is Verdict.PARTLY:
        there = len(point.evidence)
        return f"delvis, {there} av {there + len(point.reasons)}"
    return point.word


def _behind(point: PointReport) -> str:
    if point.verdict is Verdict.MET:
        places = [f"{one_line(cited.file)}:{cited.span.line}" for cited in point.evidence]
        more = f" och {len(places) - 2} till" if len(places) > 2 else ""
        return " · ".join((*map(one_line, point.reasons), ", ".join(places[:2]) + more))
    if point.group is Group.LATER:
        return f"hör till steg {point.due_step}"
    reasons = [one_line(reason) for reason in point.reasons]
    more = f" · {len(reasons) - 3} till" if len(reasons) > 3 else ""
    return " · ".join(reasons[:3]) + more


def _totals(points: list[PointReport]) -> str:
    counts = Counter(point.word for point in points)
    return " · ".join(f"{number} {PLURAL.get(word, word) if number != 1 else word}" for word, number in counts.items()) or "Inga punkter."
