"""The parser's events → our tree, with what is wrong on the way.

libyaml's event stream is turned into our tree directly. That is as fast as loading without places, and nothing recursive meets
untrusted input: depth and number of values are bounded before anything is built.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import yaml

from samverkan_cli.diagnostics import Fix, KeyPath, Removal, Replacement, Span
from samverkan_cli.text.lines import line_starts, split_lines
from samverkan_cli.yaml.marks import places_in, span_between
from samverkan_cli.yaml.mended import Mended
from samverkan_cli.yaml.slips import (
    Offer,
    Slip,
    glued_item,
    is_glued,
    loose_literal,
    mark_at,
    marked,
    odd_indent,
    offered,
    row_start,
    said_otherwise,
    split_at_comma,
)
from samverkan_cli.yaml.tree import Entry, Fault, Mapping, Scalar, Sequence, Tree, data, is_placeholder, placeholder, tokens

MAX_DEPTH = 24
MAX_VALUES = 50_000
PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def events(text: str) -> Iterator[Any]:
    """The parser's events. Raises what it raises."""
    return iter(yaml.parse(text, Loader=PARSER))


def uncounted(text: str) -> int:
    """How many signs at the beginning of a text the parser passes over without counting them: a byte order mark, for libyaml."""
    return 1 if text.startswith("\ufeff") and PARSER is not yaml.SafeLoader else 0


_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_COLON = re.compile(r"\s*:")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


class Refused(Exception):
    """The file cannot be read further."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


@dataclass
class _Flow:
    """A mapping on one line while it is read: the key and the place of its last value that is plain text, and where what followed a comma ends."""

    key: str = ""
    start: int = -1
    comma: int = -1
    first_end: int = -1
    end: int = -1
    path: KeyPath = ()


class Builder:
    """Builds the tree from libyaml's events, iteratively.

    ``slips`` are what it was read as and cannot have been meant; ``offers`` and ``notices`` what may have been meant otherwise. Raises
    ``Refused`` for a file that is too large or too deep, and what the parser raises.
    """

    def __init__(self, mended: Mended) -> None:
        self.mended = mended
        self.text = mended.written
        self.source = mended.text
        self.before = uncounted(self.source)
        self.place = places_in(mended, self.before)
        self.faults: list[Fault] = []
        self.slips: list[tuple[Slip, KeyPath]] = []
        self.offers: list[Offer] = []
        self.notices: list[tuple[Slip, KeyPath]] = []
        self.composed = unicodedata.is_normalized("NFC", self.text)
        self.decomposed_keys: list[tuple[str, Span]] = []
        self.odd_keys: list[Slip] = []
        self.marked_keys: list[tuple[int, str]] = []
        self.flows: dict[int, _Flow] = {}
        self.columns: dict[int, int] = {}
        self.key_end = 0
        self.anchors: dict[str, Scalar | None] = {}
        self.aliases: dict[str, list[Span]] = {}
        self.anchor_spans: dict[str, Span] = {}
        self.merges: list[Entry] = []
        self.doubled: list[tuple[int, Entry, Entry]] = []

    def build(self) -> Tree | None:
        """The tree; what is wrong on the way is in ``faults``, also when the parser gives up."""
        try:
            tree = self._events()
            if self.marked_keys:
                # Where the parser gave up, its report leads to the whole list.
                self.slips.append((marked(self.marked_keys), ()))
            return tree
        finally:
            self._gather_slips()
            self._offer_one_of_two()
            self._say_merges()
            self._say_anchors()
            self._say_decomposed()

    def _gather_slips(self) -> None:
        for flow in self.flows.values():
            self._say_comma(flow)
        if self.odd_keys:
            changes = tuple(change for slip in self.odd_keys for change in slip.changes)
            self.slips.append((replace(self.odd_keys[0], changes=changes), ()))

    def _depth_fault(self, event: Any) -> Fault:
        return self._fault("FIL14", event, f"här är mer än {MAX_DEPTH} nivåer under varandra", "Ta bort nivåer som inte behövs.")

    def _events(self) -> Tree | None:
        root: Tree | None = None
        stack: list[tuple[Mapping | Sequence, Entry | None]] = []
        count = 0
        documents = 0
        for event in events(self.source):
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    message = "filen innehåller flera dokument, skilda av tre streck; bara det första läses"
                    self.faults.append(self._fault("FIL03", event, message, "Lägg varje dokument i en egen fil."))
                    return root
                continue
            if kind in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
                continue
            if kind in ("MappingEndEvent", "SequenceEndEvent"):
                stack.pop()
                continue
            count += 1
            if count > MAX_VALUES:
                raise Refused(self._fault("FIL14", event, f"filen har fler än {MAX_VALUES} värden", "Dela upp innehållet i flera bilagor."))
            node = self._node(event, kind)
            if not stack:
                root = node
            else:
                self._attach(stack, node, event)
            if isinstance(node, Mapping | Sequence):
                self.columns[id(node)] = event.start_mark.column
                if len(stack) >= MAX_DEPTH:
                    raise Refused(self._depth_fault(event))
                stack.append((node, None))
        return root

    def _span(self, event: Any) -> Span:
        return span_between(self.place, event.start_mark, event.end_mark)

    @cached_property
    def _rows(self) -> list[str]:
        return split_lines(self.text)

    def _block(self, span: Span) -> Span:
        """A block scalar ends where the next token starts: underline its ``|`` only."""
        return Span(span.line, span.column, span.line, len(self._rows[span.line - 1]) + 1)

    def _fault(self, code: str, event: Any, message: str, help: str) -> Fault:
        return Fault(code, message, self._span(event), help, words=all_words(self.text))

    def _node(self, event: Any, kind: str) -> Tree:
        span = self._span(event)
        if kind == "AliasEvent":
            self.aliases.setdefault(event.anchor, []).append(span)
            known = self.anchors.get(event.anchor)
            return Scalar(known.value, known.raw, span) if known else Scalar(None, "", span)
        node: Tree
        if kind == "ScalarEvent":
            value = event.value if self.composed else unicodedata.normalize("NFC", event.value)
            if not event.style and not event.tag:
                node = Scalar(resolve(value), value, span)
            else:
                block = event.style in ("|", ">")
                node = Scalar(value, value, self._block(span) if block else span, block)
        elif kind == "MappingStartEvent":
            node = Mapping(span, bool(event.flow_style))
        else:
            node = Sequence(span, bool(event.flow_style))
        if event.anchor is not None:
            self.anchors[event.anchor] = node if isinstance(node, Scalar) else None
            self.anchor_spans[event.anchor] = span
        elif event.tag is not None:
            self.faults.append(
                Fault(
                    "FIL03",
                    f"märkningen ”{_shown_tag(event.tag)}” används inte här",
                    span,
                    "Ta bort märkningen; sätt texten inom citattecken om den annars läses som ett tal.",
                )
            )
        return node

    def _attach(self, stack: list[tuple[Mapping | Sequence, Entry | None]], node: Tree, event: Any) -> None:
        parent, pending = stack[-1]
        if isinstance(node, Scalar) and not isinstance(event, yaml.AliasEvent):
            self._look(stack, node, event)
        elif isinstance(parent, Mapping) and parent.flow and pending is not None:
            self._say_comma(self.flows.pop(id(parent), _Flow()))
        if isinstance(parent, Sequence):
            if isinstance(node, Scalar) and isinstance(node.value, str) and is_placeholder(node.value):
                self.faults.append(placeholder(self._path(stack[:-1]), node))
            elif isinstance(node, Scalar) and node.value == "":
                path = self._path(stack[:-1])
                key = next((step for step in reversed(path) if isinstance(step, str)), "")
                self.faults.append(Fault("FIL06", f"{key}: en post i listan är tom", node.span, "Ta bort posten, eller skriv något.", path))
            elif not (isinstance(node, Scalar) and node.value is None):
                parent.items.append(node)
        elif pending is not None:
            pending.value = node
            stack[-1] = (parent, None)
        elif not isinstance(node, Scalar):
            raise Refused(
                self._fault(
                    "FIL02",
                    event,
                    "en klammer eller hakparentes står där en nyckel ska stå",
                    "Sätt texten inom citattecken om tecknen ska stå där.",
                )
            )
        else:
            stack[-1] = (parent, self._entry(parent, node, event))

    def _look(self, stack: list[tuple[Mapping | Sequence, Entry | None]], node: Scalar, event: Any) -> None:
        """Look for slips in a single value or a key, whose place in the text that is read is exact here."""
        parent, pending = stack[-1]
        start, end = event.start_mark.index + self.before, event.end_mark.index + self.before
        is_key = isinstance(parent, Mapping) and pending is None
        if is_key:
            self.key_end = end
            if not parent.flow and not event.style and (odd := odd_indent(self.source, start)):
                self.odd_keys.append(odd)
            elif not parent.flow and not event.style and (mark := mark_at(self.source, start)):
                self.marked_keys.append((start, mark))
            return
        if isinstance(parent, Mapping) and parent.flow:
            assert pending is not None
            self._look_in_flow(stack, parent, pending, event, start, end)
        if event.style in ("|", ">") and not parent.flow and not node.raw.strip():
            column = self.columns[id(parent)]
            if (loose := loose_literal(self.source, start, column)) is not None:
                self.slips.append((loose, ()))
        if event.style or start == end or event.tag is not None:
            return
        several = event.start_mark.line != event.end_mark.line
        if several and isinstance(parent, Sequence) and not parent.flow:
            glued = glued_item(self.source, start, end, self.columns[id(parent)])
            if glued is not None:
                self.slips.append((glued, ()))
                return
        if not parent.flow and (isinstance(parent, Sequence) or not self.source[row_start(self.source, start) : start].strip()):
            offer = offered(self.source, start, end)
            if offer is not None:
                self.offers.append(offer)
        if said := list(said_otherwise(self.source, start, end, flow=parent.flow)):
            here = self._path(stack) if isinstance(parent, Mapping) else (*self._path(stack[:-1]), len(parent.items))
            self.notices += [(one, here) for one in said]

    def _look_in_flow(
        self, stack: list[tuple[Mapping | Sequence, Entry | None]], parent: Mapping, entry: Entry, event: Any, start: int, end: int
    ) -> None:
        """A key without even a colon, after a value without quotation marks: it is the rest of that value, after a comma."""
        flow = self.flows.setdefault(id(parent), _Flow())
        bare = start == end and not event.style and _COLON.match(self.source, self.key_end) is None
        if bare and flow.start >= 0:
            key_start = self.key_end - len(entry.written)
            if self.source[key_start : self.key_end] != entry.written or is_glued(entry.written):
                return
            if flow.end < 0:
                flow.comma, flow.first_end, flow.path = key_start, self.key_end, (*self._path(stack[:-1]), flow.key)
            flow.end = self.key_end
            return
        self._say_comma(flow)
        self.flows[id(parent)] = _Flow(entry.written, start if not event.style and start != end else -1)

    def _say_comma(self, flow: _Flow) -> None:
        if flow.end >= 0 and "#" not in self.source[flow.start : flow.end]:
            self.slips.append((split_at_comma(self.source, flow.key, flow.start, flow.comma, flow.end, flow.first_end), flow.path))

    @staticmethod
    def _path(stack: list[tuple[Mapping | Sequence, Entry | None]]) -> KeyPath:
        """Where the innermost of what is being built stands."""
        return tuple(len(node.items) - 1 if isinstance(node, Sequence) else next(reversed(node.entries), "") for node, _ in stack)

    def _entry(self, parent: Mapping, key: Scalar, event: Any) -> Entry:
        name = key.raw
        entry = Entry(name, key.span, Scalar(None, "", key.span))
        if not self.composed and getattr(event, "value", name) != name:
            self.decomposed_keys.append((name, key.span))
        if name == "<<":
            self.merges.append(entry)
            return entry
        if name in parent.entries:
            self.faults.append(
                Fault(
                    "FIL04",
                    f"nyckeln ”{name}” står två gånger på samma ställe",
                    key.span,
                    "Behåll den ena. Den första är den som räknas tills vidare.",
                    related=((parent.entries[name].key_span, "här står den första gången"),),
                )
            )
            self.doubled.append((len(self.faults) - 1, parent.entries[name], entry))
        else:
            parent.entries[name] = entry
        return entry

    def _say_merges(self) -> None:
        """``<<`` fetches keys from elsewhere. Where it fetches them by a name, that is said of the name."""
        fetched = {span for spans in self.aliases.values() for span in spans}
        self.faults += [
            Fault(
                "FIL03", "nyckeln ”<<”, som hämtar in andra nycklar, används inte här", merge.key_span,
                "Skriv ut nycklarna med sina värden på varje ställe där de behövs.", words=all_words(self.text),
            )
            for merge in self.merges if merge.value.span not in fetched
        ]  # fmt: skip

    def _offer_one_of_two(self) -> None:
        """The second of two keys may be taken out: safely where both say the same, else by somebody's choice.

        Never for a choice between yes and no, where it may be the one that protects, and never the only one that says anything.
        """
        for index, first, second in self.doubled:
            said, again = data(first.value), data(second.value)
            if said == again or (said is not None and not _is_yes_or_no(said) and not _is_yes_or_no(again)):
                fix = Fix(f"Ta bort {second.written}, andra gången", (Removal(second.key_span),), safe=said == again)
                self.faults[index] = replace(self.faults[index], fixes=(fix,))

    def _say_anchors(self) -> None:
        for name, span in self.anchor_spans.items():
            uses = self.aliases.pop(name, [])
            merged = {merge.value.span for merge in self.merges}
            related = tuple((use, f"här hämtas det in med <<: *{name}" if use in merged else f"här används *{name}") for use in uses)
            self.faults.append(
                Fault(
                    "FIL03",
                    f"ankaret ”&{name}” används inte här",
                    span,
                    "Skriv ut värdet på varje ställe där det behövs.",
                    words=all_words(self.text) if merged.intersection(uses) else frozenset(),
                    related=related,
                )
            )
        for name, spans in self.aliases.items():
            self.faults.append(
                Fault(
                    "FIL03",
                    f"hänvisningen ”*{name}” används inte här",
                    spans[0],
                    "Skriv ut värdet. Ska texten börja med en asterisk sätts den inom citattecken.",
                )
            )

    def _say_decomposed(self) -> None:
        if not self.decomposed_keys:
            return
        (name, span), others = self.decomposed_keys[0], len(self.decomposed_keys) - 1
        more = f" (och {others} nycklar till)" if others else ""
        self.faults.append(
            Fault(
                "FIL05",
                f"nyckeln ”{name}”{more} är skriven med delade tecken: bokstav och prick eller ring var för sig",
                span,
                f"Skriv om den som {name}. Delade tecken kommer ofta från en kopierad text eller ett filnamn på en Mac; de ser likadana ut men många program hittar dem inte.",
                fixes=(Fix("Skriv nycklarna med hela tecken", self._with_whole_letters(), safe=True),),
            )
        )

    def _with_whole_letters(self) -> tuple[Replacement, ...]:
        """The keys as they are written, quotation marks and all, with each letter as one sign."""
        starts = line_starts(self.text)
        spans = [span for _, span in self.decomposed_keys if span.line == span.end_line]
        texts = [self.text[starts[span.line - 1] + span.column - 1 : starts[span.line - 1] + span.end_column - 1] for span in spans]
        return tuple(Replacement(span, unicodedata.normalize("NFC", text)) for span, text in zip(spans, texts, strict=True))


def _is_yes_or_no(value: Any) -> bool:
    return isinstance(value, bool) or str(value).casefold() in ("ja", "nej", "yes", "no")


def resolve(raw: str) -> Any:
    """YAML 1.2 core, as far as the files use it: everything that is not empty, a number or a truth value is text."""
    if not raw or raw[0] not in "0123456789+-.~nNtTfF":
        return raw or None
    if raw in ("~", "null", "Null", "NULL"):
        return None
    if raw in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return raw[0] in "tT"
    if _INT.fullmatch(raw):
        return int(raw, 0) if raw[:2] in ("0o", "0x") else int(raw)
    if len(raw) < 40 and _FLOAT.fullmatch(raw) and raw not in (".", "+", "-"):
        return float(raw)
    return raw


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def all_words(text: str) -> frozenset[str]:
    return frozenset(tokens(unicodedata.normalize("NFC", text)))
