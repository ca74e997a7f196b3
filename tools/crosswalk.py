"""``docs/korsreferens.md``: which checklist point, handbook item, step and section of the law ask for the same thing."""

from samverkan_cli.checking.rule import packs

_PACKS = ("skåne-17", "samverkanshandboken", "lag-2023-196", "steg")
_HEADS = ("Checklistan", "Samverkanshandboken", "Lagen (2023:196)", "Stegen, klart när")


def crosswalk(note: str) -> str:
    """A row for each rule that judges a point, with every point that it judges."""
    points = {point.code: (pack.name, point) for pack, _ in packs() for point in pack.points}
    lines = [
        note,
        "# Korsreferens\n",
        "En regel prövar ett faktum en gång. Här syns vilka punkter som frågar efter samma sak: på samma rad står de punkter som samma regel bedömer.\n",
        f"| Regel | {' | '.join(_HEADS)} |",
        f"|---|{'---|' * len(_HEADS)}",
    ]
    for _, group in packs():
        for rule in group:
            judged = {code for code in (rule.code, *rule.also_serves) if code in points}
            judged |= {code for code, (_, point) in points.items() if rule.code in point.judged_by}
            if not judged:
                continue
            cells = []
            for name in _PACKS:
                here = [f"{code} {points[code][1].title}" for code in sorted(judged) if points[code][0] == name]
                cells.append("; ".join(here))
            lines.append(f"| {rule.code} {rule.name} | {' | '.join(cells)} |".replace("|  |", "| |").replace("|  |", "| |"))
    return "\n".join(lines) + "\n"
