"""How a measured value stands against its goal: reached or not, the right way or the wrong."""

from __future__ import annotations

from samverkan_cli.models.goals import Goal, Indicator, Measurement, Value
from samverkan_cli.project.margin import difference

RISE = {"öka": 1, "minska": -1}


def way(indicator: Indicator) -> int:
    """1 where the value is to rise, -1 where it is to fall, else 0; read off the figures where no direction is written."""
    if indicator.direction is not None:
        return RISE.get(indicator.direction, 0)
    before, wanted = (value.value if value is not None else None for value in (indicator.baseline, indicator.target))
    return (wanted > before) - (wanted < before) if before is not None and wanted is not None else 0


def is_reached(indicator: Indicator, value: float) -> bool | None:
    """Whether a value reaches the target; ``None`` where the goal does not say which way."""
    target, direction = indicator.target.value if indicator.target else None, way(indicator)
    if target is None or (not direction and indicator.direction is None):
        return None
    return (value - target) * direction >= 0 if direction else value == target


def starting_point(goal: Goal, measured: tuple[Measurement, ...]) -> Value | Measurement | None:
    """What the latest value is compared with: the baseline, else the first that was measured, if there are several."""
    baseline = goal.indicator.baseline if goal.indicator else None
    if baseline is not None and baseline.value is not None:
        return baseline
    return measured[0] if len(measured) > 1 else None


def is_against(indicator: Indicator, before: Value | Measurement, after: Measurement) -> bool:
    """Whether a value has moved the other way than the goal's."""
    moved = difference(indicator, before, after)
    return moved is not None and moved.size * way(indicator) < 0
