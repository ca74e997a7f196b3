"""How much work a call is, counted and not timed: the same on every machine, however busy it is."""

from __future__ import annotations

import cProfile
import sys
from collections.abc import Callable
from inspect import CO_GENERATOR
from types import FrameType
from typing import Any


def calls_in(work: Callable[[], object]) -> int:
    """How many functions are called, Python's own included."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def letters_in(work: Callable[[], object]) -> int:
    """How many letters functions are given: what reads a long row once more for everything on it calls no more functions."""
    letters = 0

    def count(frame: FrameType, event: str, _: Any) -> None:
        nonlocal letters
        code = frame.f_code
        # A generator is called anew for each thing that it gives, and is given its text only once.
        if event == "call" and code.co_argcount and not code.co_flags & CO_GENERATOR:
            first = frame.f_locals.get(code.co_varnames[0])
            letters += len(first) if type(first) is str else 0

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return letters
