"""Bytes → text → tree: the only module that reads YAML.

libyaml's event stream is turned into our tree directly. That is as fast as loading without places, and nothing recursive meets
untrusted input: depth and number of values are bounded before anything is built.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import replace
from functools import cached_property
from typing import Any

import yaml

from samverkan_cli.diagnostics import Fix, KeyPath, Removal, Replacement, Span
from samverkan_cli.swedish import number
from samverkan_cli.text.lines import line_and_column, line_starts, split_lines
from samverkan_cli.yaml.marks import places_in, span_between
from samverkan_cli.yaml.syntax_errors import explain_reader_error, explain_syntax_error
from samverkan_cli.yaml.tree import (
    START,
    Document,
    Entry,
    Fault,
    Mapping,
    Scalar,
    Sequence,
    Tree,
    data,
    is_placeholder,
    placeholder,
    tokens,
)

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_VALUES = 50_000

_OURS = re.compile(r"^[\"']?samverkan[\"']?[ \t]*:", re.MULTILINE)
_TYPE = re.compile(r"^typ[ \t]*:[ \t]*[\"']?([^\"'#\r\n]*)", re.MULTILINE)
_INT = re.compile(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def is_ours(raw: bytes) -> bool:
    """Whether a line starts with ``samverkan:``, so that also broken YAML is ours."""
    return _OURS.search(decode(raw)[0]) is not None if b"samverkan" in raw or _wide(raw) else False


def written_type(text: str) -> str:
    """The value of ``typ:`` as it stands in the text, also when the rest cannot be read."""
    match = _TYPE.search(text)
    return unicodedata.normalize("NFC", match[1].strip()) if match else ""


def read(file: str, raw: bytes) -> Document:
    """Read a file. What is wrong with it becomes faults; the rest is kept."""
    if len(raw) > MAX_BYTES:
        size = number(round(len(raw) / 1_000_000, 1))
        fault = Fault(
            "FIL14", f"filen är för stor: {size} miljoner byte, och gränsen är 1 miljon", START,
            "Dela upp innehållet i flera bilagor.", words=None,
        )  # fmt: skip
        return Document(file, "", None, (fault,))
    text, faults = decode(raw)
    tree, more = _Builder(text).build()
    faults += more
    if isinstance(tree, Mapping):
        return Document(file, text, tree, tuple(faults))
    if not faults:
        faults.append(_no_keys(text, tree))
    return Document(file, text, None, tuple(faults))


def _no_keys(text: str, tree: Scalar | Sequence | None) -> Fault:
    """A file that is empty, a list or a single text."""
    message, words = "filen ska bestå av nycklar med värden", None
    if tree is None:
        message = "filen har inget innehåll, bara kommentarer" if text.strip() else "filen är tom"
    elif isinstance(tree, Sequence):
        message, words = "filen ska bestå av nycklar med värden, men den är en lista", _all_words(text)
    span = tree.span if tree else START
    return Fault("FIL06", message, span, "Börja filen med  samverkan: 1  och  typ: …  på var sin rad.", (), words)


def _wide(raw: bytes) -> bool:
    return raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def decode(raw: bytes) -> tuple[str, list[Fault]]:
    """Text from bytes. What is not UTF-8 is read as what it looks like, and said once, at the first such character."""
    if _wide(raw):
        text = raw.decode("utf-16", errors="replace")
        return text, [_encoding("UTF-16", text, 0)]
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[3:]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        first = len(raw[: error.start].decode("utf-8"))
        text = raw.decode("utf-8", errors=_WINDOWS)
        return text, [_encoding("Windows-1252", text, first)]


_WINDOWS = "samverkan_windows_1252"


def _from_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error(_WINDOWS, _from_windows)


def _encoding(looks_like: str, text: str, index: int) -> Fault:
    line, column = line_and_column(line_starts(text), index)
    span = Span(line + 1, column + 1, line + 1, column + 2)
    letter = f"; det första tecknet som inte går att läsa är ”{text[index]}”" if looks_like != "UTF-16" else ""
    return Fault(
        "FIL01",
        f"filen är inte sparad som UTF-8 utan ser ut att vara {looks_like}{letter}",
        span,
        "Spara om filen och välj kodningen UTF-8 (i Anteckningar: Spara som, rutan Kodning).",
        fixes=(Fix("Spara som UTF-8", (), safe=True),),
    )


class _Refused(Exception):
    """The file cannot be read further."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class _Builder:
    """Builds the tree from libyaml's events, iteratively."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = places_in(text, first_mark_counted=_PARSER is yaml.SafeLoader)
        self.faults: list[Fault] = []
        self.composed = unicodedata.is_normalized("NFC", text)
        self.decomposed_keys: list[tuple[str, Span]] = []
        self.anchors: dict[str, Scalar | None] = {}
        self.aliases: dict[str, list[Span]] = {}
        self.anchor_spans: dict[str, Span] = {}
        self.doubled: list[tuple[int, Entry, Entry]] = []

    def build(self) -> tuple[Tree | None, list[Fault]]:
        tree: Tree | None = None
        try:
            tree = self._events()
        except _Refused as refused:
            self.faults.append(refused.fault)
        except yaml.reader.ReaderError as error:
            span, message, help = explain_reader_error(error, self.text, in_bytes=_PARSER is not yaml.SafeLoader)
            self.faults.append(Fault("FIL02", message, span, help, words=None))
        except yaml.MarkedYAMLError as error:
            self.faults.append(self._refused_before(error) or self._syntax_fault(error))
        self._offer_one_of_two()
        self._say_anchors()
        self._say_decomposed()
        return tree, self.faults

    def _syntax_fault(self, error: yaml.MarkedYAMLError) -> Fault:
        span, message, help = explain_syntax_error(error, self.text, self.place)
        return Fault("FIL02", message, span, help, words=_all_words(self.text))

    def _refused_before(self, error: yaml.MarkedYAMLError) -> Fault | None:
        """What we refuse in the text up to where the parser gave up, if it gave up before it had told of it.

        It reads ahead, and from libyaml 0.2.6 on it has a limit of its own for how deep a text may be: without that, ours would have come first.
        """
        mark = error.problem_mark or error.context_mark
        try:
            _Builder(self.text[: mark.index if mark else 0])._events()
        except _Refused as refused:
            return replace(refused.fault, words=_all_words(self.text))
        except yaml.YAMLError:
            pass
        return None

    def _depth_fault(self, event: Any) -> Fault:
        return self._fault("FIL14", event, f"här är mer än {MAX_DEPTH} nivåer under varandra", "Ta bort nivåer som inte behövs.")

    def _events(self) -> Tree | None:
        root: Tree | None = None
        stack: list[tuple[Mapping | Sequence, Entry | None]] = []
        count = 0
        documents = 0
        for event in yaml.parse(self.text, Loader=_PARSER):
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
                raise _Refused(
                    self._fault("FIL14", event, f"filen har fler än {MAX_VALUES} värden", "Dela upp innehållet i flera bilagor.")
                )
            node = self._node(event, kind)
            if not stack:
                root = node
            else:
                self._attach(stack, node, event)
            if isinstance(node, Mapping | Sequence):
                if len(stack) >= MAX_DEPTH:
                    raise _Refused(self._depth_fault(event))
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
        return Fault(code, message, self._span(event), help, words=_all_words(self.text))

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
            raise _Refused(
                self._fault(
                    "FIL02",
                    event,
                    "en klammer eller hakparentes står där en nyckel ska stå",
                    "Sätt texten inom citattecken om tecknen ska stå där.",
                )
            )
        else:
            stack[-1] = (parent, self._entry(parent, node, event))

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
            related = tuple((use, f"här används *{name}") for use in uses)
            self.faults.append(
                Fault(
                    "FIL03",
                    f"ankaret ”&{name}” används inte här",
                    span,
                    "Skriv ut värdet på varje ställe där det behövs.",
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


def _all_words(text: str) -> frozenset[str]:
    return frozenset(tokens(unicodedata.normalize("NFC", text)))
