"""Whether a figure is a share or a number of something, and the groups that it is split into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samverkan_cli.rules._vocabulary import AGES, BOYS_AND_MEN, CHANGES, COUNTS, GIRLS_AND_WOMEN, MEANS, SHARES

Split = Mapping[str, float]


def is_share(unit: str | None, *said: str | None) -> bool:
    """Whether a figure is a part of a whole, by its unit or by what it is called; a change may be more than the whole."""
    return any(SHARES.found_in(text) or text == "%" for text in (unit, *said)) and not any(CHANGES.found_in(text) for text in (unit, *said))


def is_count(unit: str | None, *said: str | None) -> bool:
    """Whether a figure is a number of something, so that its groups add up."""
    if any(SHARES.found_in(text) or MEANS.found_in(text) or CHANGES.found_in(text) or text == "%" for text in (unit, *said)):
        return False
    return bool(unit) or any(COUNTS.found_in(text) for text in said)


def by_sex(split: Split) -> Split:
    """Those of the groups that are of one sex each, whatever their age."""
    return {name: value for name, value in split.items() if _is_of_one_sex(name) and not _has_figures(name)}


def by_age(split: Split) -> Split:
    """Those of the groups that are of one age each."""
    return {name: value for name, value in split.items() if (_has_figures(name) or AGES.found_in(name)) and not _is_of_one_sex(name)}


def has_both_sexes(names: Iterable[str]) -> bool:
    """Whether girls or women stand beside boys or men."""
    named = list(names)
    return all(any(words.found_in(name) for name in named) for words in (GIRLS_AND_WOMEN, BOYS_AND_MEN))


def _is_of_one_sex(name: str) -> bool:
    return GIRLS_AND_WOMEN.found_in(name) != BOYS_AND_MEN.found_in(name)


def _has_figures(name: str) -> bool:
    """Whether a group is told by years: ``flickor 13–15``."""
    return any(sign.isdecimal() for sign in name)
