"""How a measured value stands against its goal: reached or not, the right way or the wrong."""

from __future__ import annotations

from samverkan_cli.models.goals import Goal, Indicator, Measurement, Value

RISE = {"öka": 1, "minska": -1}


def way(indicator: Indicator) -> int | None:
    """1 where the value is to rise, -1 where it is to fall, 0 where it is to stay; read off the figures where no direction is written."""
    if indicator.direction is not None:
        return RISE.get(indicator.direction, 0)
    before, wanted = (value.value if value is not None else None for value in (indicator.baseline, indicator.target))
    if before is None or wanted is None:
        return None
    return (wanted > before) - (wanted < before)


def is_reached(indicator: Indicator, value: float) -> bool | None:
    """Whether a value reaches the target; ``None`` where the goal does not say which way."""
    target, direction = indicator.target.value if indicator.target else None, way(indicator)
    if target is None or direction is None:
        return None
    return value == target if direction == 0 else (value - target) * direction >= 0


def starting_point(goal: Goal, measured: tuple[Measurement, ...]) -> Value | Measurement | None:
    """What the latest value is compared with: the baseline, else the first that was measured, if there are several."""
    baseline = goal.indicator.baseline if goal.indicator else None
    if baseline is not None and baseline.value is not None:
        return baseline
    return measured[0] if len(measured) > 1 else None
