"""A text → its tree, whatever is wrong with it: slips are read as what was meant, and what cannot be read is left out, as little as may be.

Nothing is guessed that is not said: every change of what is read is a fault, with a fix where the meaning is certain, and the words that were
left out are known, so that nobody claims that they are missing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from samverkan_cli.diagnostics import Fix, KeyPath, Span
from samverkan_cli.yaml.builder import Builder, Refused, all_words, events, uncounted
from samverkan_cli.yaml.invisible import without_invisible
from samverkan_cli.yaml.mended import Change, Mended
from samverkan_cli.yaml.regions import Region, regions, rows_of
from samverkan_cli.yaml.repairs import repairs
from samverkan_cli.yaml.slips import Slip
from samverkan_cli.yaml.syntax_errors import Explanation, explain_syntax_error, unclosed_above
from samverkan_cli.yaml.tree import START, Fault, Mapping, Sequence, Tree, tokens

_ROUNDS = 50
"""How many times a text is read again. Each round mends at least one thing."""
_STEPS = 200
"""How many things that stop the parser are passed over in a round."""
_ROWS_COST = 8
"""How many signs may be looked through for rows in the time that it takes to parse one."""
_WORK = 1_500_000
"""How many signs may be parsed, beyond what the file holds, to find where reading can go on. What is left then is not read."""


@dataclass(frozen=True)
class Reading:
    """What a text was read as. ``offers`` and ``notices`` as in a document."""

    tree: Tree | None
    faults: list[Fault]
    offers: dict[Span, str] = field(default_factory=dict)
    notices: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class _Stop:
    """Where the parser gave up: what is said of it, the row that is to blame and the row where it stood, and the last key at the margin before it."""

    explanation: Explanation
    row: int
    stood: int
    key: int


@dataclass
class _Skipped:
    """What was left out, and the place of it in the file."""

    fault: Fault
    region: Region
    line: int
    column: int


def recovered(text: str, accepted: Collection[Span] = ()) -> Reading:
    """Read a text. ``accepted`` are places where what was offered is what was meant."""
    return _Reader(text, accepted).read()


class _Reader:
    def __init__(self, text: str, accepted: Collection[Span]) -> None:
        self.accepted = accepted
        self.mended, self.faults, self.notices = without_invisible(text)
        self.skipped: list[_Skipped] = []
        self.work = _WORK
        self.settled = 0
        self.margin = 0

    def read(self) -> Reading:
        for _ in range(_ROUNDS):
            builder = Builder(self.mended)
            tree, error = None, False
            try:
                tree = builder.build()
            except Refused as refused:
                return Reading(None, [*self._own(), *builder.faults, refused.fault])
            except yaml.YAMLError as found:
                if (too_deep := self._refused_before(found)) is not None:
                    return Reading(None, [*builder.faults, too_deep])
                error = True
            if self._take_slips(builder):
                continue
            if not error:
                return self._reading(builder, tree)
            if not self._pass_over():
                break
        words = all_words(self.mended.written)
        message, help = "filen går inte att läsa", "Jämför med ett av exemplen: nyckel, kolon, mellanslag, värde."
        return Reading(None, self._own() or [Fault("FIL02", message, START, help, words=words)])

    def _own(self) -> list[Fault]:
        return [*self.faults, *(one.fault for one in self.skipped)]

    def _reading(self, builder: Builder, tree: Tree | None) -> Reading:
        if isinstance(tree, Mapping):
            for one in self.skipped:
                one.fault = replace(one.fault, path=_path_of(tree, one))
        elif self.skipped:
            words = all_words(self.mended.written)
            return Reading(None, [replace(fault, words=words) for fault in self._own()])
        offers = {self.mended.span(offer.start, offer.end): offer.first for offer in builder.offers}
        notices = (*self.notices, *(replace(self._fault(one), path=path) for one, path in builder.notices))
        return Reading(tree, [*self._own(), *builder.faults], offers, notices)

    def _refused_before(self, error: yaml.YAMLError) -> Fault | None:
        """What we refuse in the text up to where the parser gave up, if it gave up before it had told of it.

        It reads ahead, and from libyaml 0.2.6 on it has a limit of its own for how deep a text may be: without that, ours would have come first.
        """
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        if mark is None or mark.index <= self.settled:
            return None
        self.settled = mark.index
        try:
            Builder(Mended(self.mended.text[: mark.index])).build()
        except Refused as refused:
            return replace(refused.fault, words=all_words(self.mended.written))
        except yaml.YAMLError:
            pass
        return None

    def _take_slips(self, builder: Builder) -> bool:
        """Read what the builder found as what was meant. False where there was nothing that is not mended already."""
        taken = False
        for slip, path in builder.slips:
            taken |= self._take(slip, replace(self._fault(slip), path=path or None), builder)
        for offer in builder.offers:
            if self.mended.span(offer.start, offer.end) in self.accepted:
                taken |= self._take(offer.slip, self._fault(offer.slip), builder)
        return taken

    def _take(self, slip: Slip, fault: Fault, builder: Builder) -> bool:
        # The places of a slip are those of the text that the builder read, which others have changed since.
        base = builder.mended
        own = [Change(base.original(one.start), base.original(one.end), one.text) for one in slip.changes]
        further = self.mended.with_written(own)
        if further is None or further == self.mended:
            return False
        self.mended = further
        self.faults.append(fault)
        return True

    def _fault(self, slip: Slip) -> Fault:
        return _fault_of(self.mended, slip)

    def _pass_over(self) -> bool:
        """Mend or leave out what the parser cannot read, until it comes to the end. False where that cannot be done."""
        offset, done = 0, False
        for _ in range(_STEPS):
            stop = self._scan(self.mended, offset)
            if stop is None:
                break
            offset = stop.key
            if not (self.work > 0 and self._mend(stop, offset)) and not self._skip(stop, offset):
                return done
            done = True
        return done

    def _scan(self, mended: Mended, offset: int, beyond: int | None = None) -> _Stop | None:
        """Where the parser gives up, from a key at the margin on; with ``beyond`` it may stop when it has come well past that index."""
        # What is read from a key at the margin on has one before it, so that nothing further in can pass for the beginning of a file.
        self.work -= len(mended.text) // _ROWS_COST
        lead = f"{' ' * self.margin}_: _\n" if offset else ""
        text = lead + mended.text[offset:]
        before = 0 if offset else uncounted(text)
        key = offset
        depth = nodes = passed = 0
        braces: list[Any] = []
        index = 0
        try:
            for event in events(text):
                if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                    braces.append(event if event.flow_style else None)
                elif isinstance(event, yaml.CollectionEndEvent):
                    braces.pop()
                if isinstance(event, yaml.NodeEvent):
                    assert event.start_mark is not None
                    if depth == 1:
                        if nodes % 2 == 0:
                            index = event.start_mark.index + before
                            start = text.rfind("\n", 0, index) + 1
                            if start >= len(lead) and not text[start:index].strip(" \ufeff"):
                                key = offset + start - len(lead)
                                self.margin = index - start if not offset else self.margin
                                passed += beyond is not None and key >= beyond
                        nodes += 1
                        if passed > 1:
                            break
                    depth += isinstance(event, yaml.CollectionStartEvent)
                elif isinstance(event, yaml.CollectionEndEvent):
                    depth -= 1
        except yaml.MarkedYAMLError as error:
            mark: Any = error.problem_mark or error.context_mark
            reached = int(mark.index) + before if mark is not None else len(text)
            self.work -= max(0, reached)
            place = mended.places(offset, before - len(lead))
            stood = place(mark)[0] if mark else 0
            opened = next((place(one.start_mark) for one in braces if one is not None), None)
            explanation = unclosed_above(mended.text, opened, stood) or explain_syntax_error(error, mended.text, place)
            return _Stop(explanation, explanation[0].line - 1, stood, key)
        self.work -= index
        return None

    def _progress(self, further: Mended | None, offset: int, stop: _Stop, end_row: int) -> bool:
        """Whether the parser comes past a row with what was changed, which is to blame for nothing more."""
        if further is None or further == self.mended:
            return False
        following = self._scan(further, offset, beyond=further.row_index(end_row + 1))
        if following is None:
            return True
        return following.row > end_row and (following.row, following.explanation[1]) != (stop.row, stop.explanation[1])

    def _mend(self, stop: _Stop, offset: int) -> bool:
        """Read what is to blame as what was meant, where that is certain and lets the parser go on."""
        starts = [self.mended.row_index(row) for row in dict.fromkeys((stop.row, stop.stood, stop.stood - 1)) if row >= 0]
        for slip in repairs(self.mended.text, starts, stop.explanation):
            further = self.mended.with_changes(slip.changes)
            if self._progress(further, offset, stop, self.mended.row_of(slip.start)):
                assert further is not None
                self.faults.append(_fault_of(self.mended, slip))
                self.mended = further
                return True
        return False

    def _skip(self, stop: _Stop, offset: int) -> bool:
        """Leave out the smallest entry that lets the parser go on; at last everything from the key at the margin."""
        rows = rows_of(self.mended.text)
        whole = Region(self.mended.row_of(offset), 0, len(rows) - 1)
        candidates = regions(rows, stop.row, stop.stood) if self.work > 0 else []
        for region in (*candidates, whole):
            changes = list(region.changes(self.mended))
            if not changes:
                continue
            further = self.mended.with_changes(changes)
            if region == whole or self._progress(further, offset, stop, region.past):
                if further is None:
                    return False
                self._leave_out(stop, region, rows, further)
                return True
        return False

    def _leave_out(self, stop: _Stop, region: Region, rows: list[str], further: Mended) -> None:
        lost = "\n".join((rows[region.row][region.column :], *rows[region.row + 1 : region.end + 1]))
        words = frozenset(tokens(unicodedata.normalize("NFC", lost)))
        span, message, help = stop.explanation
        written = self.mended.span_of(span)
        last = self.skipped[-1] if self.skipped else None
        same = last is not None and last.fault.message == message
        if last is not None and same and not any(row.strip() for row in rows[last.region.end + 1 : region.row]):
            # The same again on the next row: it is told once.
            last.fault = replace(last.fault, words=(last.fault.words or frozenset()) | words)
            last.region = replace(last.region, end=region.end)
        else:
            place = self.mended.span(*[self.mended.row_index(region.row) + region.column] * 2)
            fault = Fault("FIL02", message, written, help, words=words, loose=region.loose)
            self.skipped.append(_Skipped(fault, region, place.line, place.column))
        self.mended = further


def _fault_of(mended: Mended, slip: Slip) -> Fault:
    fixes: tuple[Fix, ...] = ()
    if slip.changes:
        title = (
            "Skriv det så att det läses som det är menat"
            if slip.safe
            else "Skriv det inom raka citattecken (kontrollera att det är det du menar)"
        )
        fixes = (Fix(title, tuple(mended.replacement(one) for one in slip.changes), slip.safe),)
    span = mended.span(slip.start, slip.end)
    return Fault(slip.code, slip.message, span, slip.help, recovered=True, fixes=fixes, may_be_keys=slip.may_be_keys)


def _path_of(tree: Mapping, skipped: _Skipped) -> KeyPath | None:
    """Where in the tree what was left out would have stood: its key, where it is one; else the item of a list that it was in."""
    line, region = skipped.line, skipped.region
    column = 1_000_000 if region.loose else skipped.column
    node: Tree = tree
    path: KeyPath = ()
    while True:
        if isinstance(node, Mapping):
            entries = list(node.entries.items())
            if node.flow or not entries:
                return _item(path)
            if entries[0][1].key_span.column >= column:
                single = region.name and (region.end == region.row or not path)
                return (*path, region.name) if single else _item(path)
            above = [(name, entry) for name, entry in entries if entry.key_span.line <= line]
            if not above:
                return _item(path)
            path, node = (*path, above[-1][0]), above[-1][1].value
        elif isinstance(node, Sequence):
            if node.flow:
                return _item(path)
            if node.span.column >= column:
                return None
            number = sum(item.span.line <= line for item in node.items) - (0 if region.after_dash else 1)
            if not 0 <= number < len(node.items):
                return None
            path, node = (*path, number), node.items[number]
        elif node.value is None and not region.loose:
            return path
        else:
            return _item(path)


def _item(path: KeyPath) -> KeyPath | None:
    """The innermost item of a list on a path."""
    return next((path[:length] for length in range(len(path), 0, -1) if isinstance(path[length - 1], int)), None)
