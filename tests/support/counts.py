"""How many examples a test draws: some in every run, many where ``.ci/long`` asks for it."""

import os


def examples(in_every_run: int, in_full: int = 10_000) -> int:
    """The number of examples of this run."""
    return in_full if os.environ.get("SAMVERKAN_LONG") else in_every_run
