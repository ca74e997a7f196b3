"""Exemptions: the parties' own decision not to follow a rule, with reason, who decided and until when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from samverkan_cli.diagnostics import Item, Suppression
from samverkan_cli.models.formalities import Exemption
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.text.spelling import nearest
from samverkan_cli.yaml.tree import Fault


@dataclass
class Exemptions:
    """The exemptions of a dossier. ``used`` collects those that met a finding."""

    items: tuple[Exemption, ...]
    today: datetime.date
    mandatory: frozenset[str]
    used: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, dossier: Dossier, mandatory: frozenset[str]) -> Exemptions:
        """The exemptions in all documents of the dossier."""
        return cls(dossier.all(lambda document: document.exemptions), dossier.today, mandatory)

    def suppression(self, code: str, id: str | None) -> Suppression | None:
        """The exemption that covers a finding of a rule at an id, if one does."""
        found = [self._first[about] for about in ((code, None), (code, id)) if about in self._first]
        if not found:
            return None
        self.used.add(min(found))
        item = self.items[min(found)]
        return Suppression("undantag", item.reason or "", item.end.isoformat() if item.end else None, item.decided_by)

    @cached_property
    def _first(self) -> dict[tuple[str | None, str | None], int]:
        """The number of the first exemption that holds, by its rule and what it is about."""
        return {(item.rule, item.id): index for index, item in reversed([*enumerate(self.items)]) if self._valid(item)}

    def excused(self, code: str, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """The things that a finding of a rule lists, those marked that an exemption covers by itself."""
        return tuple(replace(item, excused="undantag") if item.id and self.suppression(code, item.id) else item for item in items)

    def covering(self, code: str, id: str | None, items: tuple[Item, ...]) -> Suppression | None:
        """The exemption that covers a whole finding of a rule at an id: it, or the last of those that cover each thing that it lists."""
        several = any(item.id for item in items)
        # What lists things with ids stands at the first of them, and an exemption for that one is none for the others.
        whole = self.suppression(code, None if several else id)
        if whole is not None or not several:
            return whole
        each = [self.suppression(code, item.id) if item.id else None for item in items]
        return each[-1] if all(each) else None

    def whole(self, code: str) -> bool:
        """Whether the rule as a whole is exempted (and something lacks: an exemption from nothing is none)."""
        return any(
            item.rule == code and item.id is None and self._valid(item) and index in self.used for index, item in enumerate(self.items)
        )

    def _valid(self, item: Exemption) -> bool:
        return item.rule not in self.mandatory and (item.end is None or item.end >= self.today)

    def faults(self, dossier: Dossier, judged: set[str], known: Mapping[str, object]) -> Iterator[tuple[str, Fault]]:
        """Exemptions that match nothing, have expired, are not allowed, or give no reason (FIL13)."""
        for index, item in enumerate(self.items):
            message, help = self._wrong(index, item, judged, known)
            if message:
                place = item.at("rule")
                document = dossier.by_file[place.file].document
                yield place.file, Fault("FIL13", message, document.span(place.path), help, place.path)

    def _wrong(self, index: int, item: Exemption, judged: set[str], known: Mapping[str, object]) -> tuple[str, str]:
        code = item.rule or ""
        if code not in known:
            near = nearest(code, list(known))
            return (
                f"undantaget gäller regeln {code or '(ingen)'}, som inte finns",
                f"Menar du {near}?" if near else "Se samverkan rules.",
            )
        if code in self.mandatory:
            return (
                f"regeln {code} är obligatorisk här och går inte att göra undantag från",
                "Följ regeln, eller be den som äger samverkan.yaml att ändra.",
            )
        if item.end is not None and item.end < self.today:
            return (
                f"undantaget från {code} gick ut {item.end.isoformat()}",
                "Besluta ett nytt undantag eller ta bort det.",
            )
        if code in judged and index not in self.used:
            where = f" för {item.id}" if item.id else ""
            return (
                f"undantaget från {code}{where} behövs inte: regeln har inget att anmärka på där",
                "Ta bort undantaget.",
            )
        return "", ""
