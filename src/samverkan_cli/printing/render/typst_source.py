"""A package as Typst source. Every text of the package is written as a Typst string, which Typst never reads as markup.

How things look is said in ``templates/paket.typ``; here is only what stands where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from samverkan_cli.printing.render.blocks import (
    Admonition,
    Blank,
    Block,
    Code,
    Heading,
    Listing,
    NewPage,
    Paragraph,
    Picture,
    Span,
    Table,
    local,
    outside,
    plain,
    read_blocks,
    targets,
)
from samverkan_cli.printing.render.columns import column_shares, letters
from samverkan_cli.printing.render.cover import cover
from samverkan_cli.printing.render.package import Package, Page
from samverkan_cli.text.sanitize import several_lines

STYLE_FILE = "paket.typ"
_NOTHING = '#"–";'  # a heading may not be empty
_LONG_CELL = 600  # characters; a row with a longer cell may break over two pages
# From the beginning of what stands unbroken: tried from each letter of a long word, it would take the square of the length.
_ADDRESS = re.compile(r"((?<![^\s@])[^\s@]+@[^\s@]+|(?<!\S)\S*://\S+|www\.\S+)")
_UNBROKEN = re.compile(r"\S{24,}|" + _ADDRESS.pattern)
_BREAKS = re.compile(r"(?<=[/.,@&=?_])(?=\w)|(?<=\w{40})(?=\w)")


@dataclass
class Files:
    """The files that the source speaks of: their names are ours, their content the package's."""

    content: dict[str, bytes] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    _names: dict[tuple[str, bytes], str] = field(default_factory=dict)

    def add(self, stem: str, ending: str, data: bytes) -> str:
        name = self._names.setdefault((ending, data), f"{stem}-{len(self._names)}.{ending}")
        self.content[name] = data
        return name


class _Writer:
    """One page's blocks as source."""

    def __init__(self, package: Package, page: Page, labels: Mapping[str, str], files: Files, unreadable: frozenset[str]) -> None:
        self.page = page
        self.labels = labels
        self.files = files
        self.unreadable = unreadable
        self.figures = {figure.name: figure for figure in page.figures}
        self.logos = {logo.name: logo for logo in package.logos}

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"#heading(level: {block.level}, [{self.spans(block.spans) if plain(block.spans).strip() else _NOTHING}]) <{block.label}>"
            case Paragraph():
                return self.spans(block.spans)
            case Listing():
                made = "list(" if block.start is None else f"enum(start: {block.start}, "
                items = ", ".join(f"[{self.blocks(item)}]" for item in block.items)
                return f"#{made}tight: {_flag(block.tight)}, {items})"
            case Table():
                return self.table(block)
            case Admonition():
                return f"#ruta[{self.blocks(block.blocks)}]"
            case Picture():
                return self.picture(block)
            case Code():
                return f"#raw(block: true, {literal(block.text)})"
            case NewPage():
                return "#pagebreak(weak: true)"
            case Blank():
                return f"#skrivrad({breakable(block.label)})"

    def table(self, table: Table) -> str:
        texts = [[plain(cell) for cell in row] for row in table.rows]
        shares = column_shares([plain(cell) for cell in table.header], texts)
        named = [
            f"kolumner: {_array(f'{share}fr' for share in shares)}",
            f"riktningar: {_array(alignment or 'left' for alignment in table.alignments)}",
            f"underskrift: {'none' if table.signed is None else table.signed}",
            f"delbara: {_flag(any(len(text) > _LONG_CELL for row in texts for text in row))}",
            f"huvud: {_array(f'[{self.spans(cell)}]' for cell in table.header)}",
        ]
        room = [letters(share, len(shares)) for share in shares]
        rows = [
            _array(self._cell(cell, text, width) for cell, text, width in zip(row, words, room, strict=False))
            for row, words in zip(table.rows, texts, strict=True)
        ]
        return "#tabell(\n  " + ",\n  ".join(named + rows) + ",\n)"

    def _cell(self, spans: Sequence[Span], text: str, room: float) -> str:
        """A cell. Hyphenation is slow, so it is asked for only where a long word in a narrow column would leave the line before it half empty."""
        hyphenate = any(len(word) > 0.7 * room for word in text.split())
        return f"text(hyphenate: true, [{self.spans(spans)}])" if hyphenate else f"[{self.spans(spans)}]"

    def picture(self, picture: Picture) -> str:
        figure = self.figures.get(picture.name)
        logo = self.logos.get(picture.name)
        if figure:
            name = self.files.add("figur", "svg", several_lines(figure.svg).encode())
            alternative = picture.alternative or figure.alternative or figure.caption
            caption = picture.caption or figure.caption
            size = f"bredd: {max(figure.width, 1)}, höjd: {max(figure.height, 1)}"
            if name not in self.unreadable:
                return (
                    f"#figur({literal(name)}, {size}, alternativ: {literal(alternative or caption or ' ')}, bildtext: {breakable(caption)})"
                )
            return f"#text({breakable(': '.join(filter(None, (caption, alternative))))})"
        if logo:
            name = self.files.add("logotyp", logo.kind, logo.data)
            if name not in self.unreadable:
                return f"#logotyp({literal(name)}, {literal(picture.alternative or logo.alternative or logo.name)})"
        return f"#text({breakable(picture.alternative)})"

    def spans(self, spans: Sequence[Span]) -> str:
        parts: list[str] = []
        for link, group in groupby(spans, key=lambda span: span.link):
            inner = "".join(_span(span) for span in group)
            label = self.labels.get(local(link, self.page))
            if label:
                parts.append(f"#link(<{label}>)[{inner}]")
            elif outside(link):
                parts.append(f"#link({literal(link)})[{inner}]")
            else:
                parts.append(inner)
        return "".join(parts)


def typst_source(package: Package, pages: Sequence[Page], *, attach: bool, unreadable: frozenset[str] = frozenset()) -> tuple[str, Files]:
    """The source and the files it speaks of. ``unreadable`` names pictures that Typst could not read; their words stand instead."""
    files = Files()
    read = [read_blocks(page, position) for position, page in enumerate(pages)]
    labels = targets(pages, read)
    front = cover(package, pages)
    logos = []
    for logo in package.logos:
        name = files.add("logotyp", logo.kind, logo.data)
        if name in unreadable:
            logos.append(f"(fil: none, alternativ: {literal(logo.alternative or logo.name)})")
        else:
            logos.append(f"(fil: {literal(name)}, alternativ: {literal(logo.alternative or logo.name)})")
    day = package.dated
    about = [
        f"titel: {literal(front.whole_title)}",
        f"rubrik: {breakable(front.title)}",
        f"överrubrik: {breakable(front.over)}",
        f"författare: {literal(front.authors)}",
        f"dag: datetime(year: {day.year}, month: {day.month}, day: {day.day})",
        f"diarienummer: {literal(front.registration)}",
        f"parter: {_array(breakable(party) for party in package.parties)}",
        f"fakta: {_array(f'({breakable(fact.label)}, {breakable(fact.value)})' for fact in package.facts)}",
        f"märken: {_array(breakable(mark) for mark in package.marks)}",
        f"logotyper: {_array(logos)}",
        f"ensam: {_flag(package.alone)}",
        f"rubriker: {_array(str(_headings(read, level)) for level in (1, 2))}",
    ]
    lines = [f'#import "{STYLE_FILE}": *', "#show: paket.with(\n  " + ",\n  ".join(about) + ",\n)"]
    for page, blocks in zip(pages, read, strict=True):
        lines.append(f"#dokument[\n{_Writer(package, page, labels, files, unreadable).blocks(blocks)}\n]")
    for source in package.sources if attach else ():
        name = files.add("kalla", "data", source.data)
        kind = "application/yaml" if source.name.lower().endswith((".yaml", ".yml")) else "application/octet-stream"
        words = literal(f"Källfil: {source.name}")
        data = f'read("{name}", encoding: none)'
        lines.append(f'#pdf.attach({literal(source.name)}, {data}, relationship: "source", mime-type: "{kind}", description: {words})')
    return "\n\n".join(lines) + "\n", files


def _headings(read: Iterable[Iterable[Block]], level: int) -> int:
    return sum(1 for blocks in read for block in blocks if isinstance(block, Heading) and block.level == level)


def literal(text: str) -> str:
    """The text as a Typst string."""
    seen = several_lines(text)
    escaped = seen.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\t\r\n]", lambda found: f"\\u{{{ord(found[0]):x}}}", escaped) + '"'


def breakable(text: str) -> str:
    """A text to read, as a Typst string."""
    return literal(_with_breaks(text))


def _with_breaks(text: str) -> str:
    """Long unbroken text, such as an address, may break at its own signs."""
    return _UNBROKEN.sub(lambda found: _BREAKS.sub("\u200b", found[0]), text)


def _span(span: Span) -> str:
    """One span, with its looks around it."""
    made = "#linebreak();".join(_line(line, span.code) for line in span.text.split("\n"))
    if span.emphasis:
        made = f"#emph[{made}]"
    return f"#strong[{made}]" if span.strong else made


def _line(text: str, code: bool) -> str:
    """Text on one line. An address gets no hyphens, for they would be read as part of it."""
    if code:
        return f"#raw({breakable(text)});"
    parts = enumerate(_ADDRESS.split(text))
    return "".join(f"#text(hyphenate: false, {breakable(part)});" if odd % 2 else f"#{breakable(part)};" for odd, part in parts if part)


def _array(parts: Iterable[str]) -> str:
    return "(" + "".join(f"{part}, " for part in parts) + ")"


def _flag(value: bool) -> str:
    return "true" if value else "false"
