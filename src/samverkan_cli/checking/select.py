"""Which packs and rules are asked for."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan_cli.checking.packs import Pack
from samverkan_cli.checking.rule import Rule, packs, rules
from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.settings import Settings, refuse_unknown


@dataclass(frozen=True)
class Options:
    """What was asked of a check: which packs and rules (none named: all), all steps or only those that are due, and what may excuse a finding."""

    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    all_steps: bool = False
    exemptions: bool = True
    baseline: bool = True


@dataclass(frozen=True)
class Selection:
    """The packs that are asked for, with their rules; ``quiet`` are those of them that give verdicts but no findings this time."""

    packs: tuple[tuple[Pack, tuple[Rule, ...]], ...]
    quiet: frozenset[str]

    @property
    def rules(self) -> dict[str, Rule]:
        """The rules whose findings are asked for, by their codes."""
        return {rule.code: rule for _, group in self.packs for rule in group}


def selection(settings: Settings, options: Options) -> Selection:
    """The packs and rules that the options ask for, within what the settings allow. Pack ``fil`` is always there.

    Raises ``SamverkanError`` for a name in either that does not exist.
    """
    known = packs()
    refuse_unknown(settings, [pack.name for pack, _ in known], rules())
    refuse_unknown_options(options)
    names = options.packs or settings.packs
    chosen = tuple(
        (pack, tuple(rule for rule in group if _wanted(rule.code, options)))
        for pack, group in known
        if names is None or pack.name in names or pack.name == "fil"
    )
    quiet = frozenset(pack.name for pack, _ in chosen if pack.quiet and pack.name not in options.packs and not options.select)
    return Selection(chosen, quiet)


def refuse_unknown_options(options: Options) -> None:
    """Raise ``SamverkanError`` for a pack that does not exist, or letters that no rule's code begins with."""
    names = [pack.name for pack, _ in packs()]
    for name in options.packs:
        if name not in names:
            raise SamverkanError(f"regelpaketet {name} finns inte", f"Välj något av: {', '.join(names)}.")
    for prefix in (*options.select, *options.ignore):
        if not any(code.startswith(prefix) for code in rules()):
            raise SamverkanError(f"ingen regel har en kod som börjar {prefix}", "samverkan rules visar alla regler.")


def _wanted(code: str, options: Options) -> bool:
    selected = not options.select or any(code.startswith(prefix) for prefix in options.select)
    return selected and not any(code.startswith(prefix) for prefix in options.ignore)
