"""A drawing that somebody else has made (SVG): whether it does more than draw. It is read event by event, and nothing it names is fetched."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

_MOST_NODES = 50_000
_DEEPEST = 100
_MOST_DRAWN = 200_000
"""Nodes, when what is drawn again by reference is counted each time."""
_MOST_TEXT = 20_000_000
_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_RUNS = frozenset({"script", "handler", "listener", "foreignobject", "iframe", "embed", "object", "audio", "video"})
_MOVES = frozenset({"animate", "set", "animatetransform", "animatemotion", "animatecolor", "discard"})
_FETCHES = re.compile(r"@import|expression\s*\(|-moz-binding|behavior\s*:|image-set\s*\(|(?<![\w-])(?:image|src)\s*\(", re.IGNORECASE)
_ADDRESS = re.compile(r"url\s*\(", re.IGNORECASE)
_BRACKET = re.compile(r"[()]")
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g)((?:;[\w=-]+)*),(.*)", re.IGNORECASE | re.DOTALL)
_SELECTED = re.compile(r"[.#]?[\w-]+|\*")
_MOST_RULES = 500


class _Refused(Exception):
    """Why the drawing is refused, as words after its name."""


@dataclass
class _Node:
    """An element: the elements in it, what it draws by reference, each so many times, and what a style sheet may know it by."""

    children: list[int] = field(default_factory=list)
    refers: list[tuple[str, int]] = field(default_factory=list)
    known_by: frozenset[str] = frozenset()
    points: int = 1


def fault_in_svg(raw: bytes, pixels_of: Callable[[bytes], int | None], most_pixels: int) -> str:
    """Why a drawing may not be printed, as words after its name; nothing where it may.

    ``pixels_of`` tells how many pixels a picture inside it has; together they may have ``most_pixels``.
    """
    reader = _Reader(pixels_of, most_pixels)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.ProcessingInstructionHandler = reader.instruction
    parser.EntityDeclHandler = reader.entity
    reader.line = lambda: parser.CurrentLineNumber
    try:
        parser.Parse(raw, True)
        reader.refuse_much()
    except _Refused as refused:
        return f"{refused} (rad {reader.line()})" if reader.stack else str(refused)
    except (expat.ExpatError, ValueError, LookupError):
        return f"går inte att läsa som SVG (rad {reader.line()})"
    return ""


class _Reader:
    def __init__(self, pixels_of: Callable[[bytes], int | None], most_pixels: int) -> None:
        self.pixels_of, self.pixels_left = pixels_of, most_pixels
        self.nodes: list[_Node] = []
        self.ids: dict[str, int] = {}
        self.stack: list[int] = []
        self.styles: list[str] = []
        self.rules: list[tuple[frozenset[str], list[str], bool]] = []
        self.in_style = False
        self.seen = 0
        self.line: Callable[[], int] = lambda: 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        lower = name.lower()
        number = len(self.nodes)
        if number == 0 and (lower != "svg" or space not in ("", _SVG)):
            raise _Refused("är ingen SVG-bild")
        if number == 0 and not space:
            raise _Refused(f'saknar xmlns="{_SVG}", och ritas inte utan det')
        if number >= _MOST_NODES:
            raise _Refused(f"har fler än {_MOST_NODES} delar")
        if len(self.stack) >= _DEEPEST:
            raise _Refused(f"har fler än {_DEEPEST} nivåer i varandra")
        if lower in _RUNS or space == _XHTML:
            raise _Refused("innehåller skript" if lower in ("script", "handler", "listener") else f"innehåller annat än en bild, {name}")
        names = {f".{one}" for one in attributes.get("class", "").split()} | {f"#{attributes.get('id')}", name, "*"}
        points = 1 + sum(len(attributes.get(one, "")) for one in ("d", "points")) // 2
        node = _Node(known_by=frozenset(names), points=points)
        self.nodes.append(node)
        if self.stack:
            self.nodes[self.stack[-1]].children.append(number)
        self.stack.append(number)
        self.in_style = lower == "style"
        for key, value in attributes.items():
            self._attribute(lower, key, value, node, number)

    def _attribute(self, element: str, key: str, value: str, node: _Node, number: int) -> None:
        self._count(value)
        space, _, name = key.rpartition(" ")
        lower = name.lower()
        if space == _XML and lower == "base":
            raise _Refused("hämtar något utifrån")
        if not space and lower.startswith("on"):
            raise _Refused(f"innehåller skript, {name}")
        if element in _MOVES and lower == "attributename" and value.strip().lower().rpartition(":")[2].startswith(("href", "on")):
            raise _Refused("innehåller skript")
        if lower == "id" and space in ("", _XML):
            self.ids.setdefault(value, number)
        if lower in ("href", "src") and space in ("", _XLINK, _SVG):
            self._reference(element, value, node)
        elif "(" in value or "\\" in value:
            times = node.points if lower.startswith("marker") or "marker" in value.lower() else 1
            node.refers += [(target, times) for target in self._style(value)]

    def _reference(self, element: str, value: str, node: _Node) -> None:
        bare = re.sub(r"[\x00-\x20]+", "", value)
        if bare.startswith("#"):
            node.refers.append((bare[1:], 1))
            return
        if not bare:
            return
        found = _PICTURE.fullmatch(value.strip())
        if element not in ("image", "feimage") or found is None:
            raise _Refused("innehåller skript" if bare.lower().startswith("javascript:") else "hämtar något utifrån, eller länkar dit")
        self._picture(found)

    def _picture(self, found: re.Match[str]) -> None:
        from urllib.parse import unquote_to_bytes

        written = re.sub(r"\s+", "", found[2])
        try:
            raw = base64.b64decode(written, validate=True) if ";base64" in found[1].lower() else unquote_to_bytes(found[2])
        except (binascii.Error, ValueError):
            raise _Refused("har en bild i sig som är trasig") from None
        pixels = self.pixels_of(raw)
        if pixels is None:
            raise _Refused("har en bild i sig som är trasig, eller är av fel slag")
        self.pixels_left -= pixels
        if self.pixels_left < 0:
            raise _Refused("har bilder i sig med för många bildpunkter")

    def _style(self, written: str) -> list[str]:
        """What a style draws by reference. Raises ``_Refused`` for one that fetches something."""
        plain = _ESCAPED.sub(_letter, _without_comments(written))
        if _FETCHES.search(plain):
            raise _Refused("hämtar något utifrån")
        targets = []
        for found in _ADDRESS.finditer(plain):
            end = _BRACKET.search(plain, found.end())
            target = plain[found.end() : end.start()].strip() if end is not None and end[0] == ")" else "?"
            bare = target[1:-1].strip() if target[:1] in ("'", '"') and target[:1] == target[-1:] else target
            if bare.startswith("#"):
                targets.append(bare[1:])
            elif (picture := _PICTURE.fullmatch(bare)) is not None:
                self._picture(picture)
            else:
                raise _Refused("hämtar något utifrån")
        return targets

    def _sheet(self, written: str) -> None:
        """A style sheet: what each of its rules draws by reference, and for whom."""
        self._style(written)
        for part in _without_comments(written).split("}"):
            before, _, block = part.rpartition("{")
            if "(" in block and (targets := self._style(block)):
                self.rules.append((frozenset(_SELECTED.findall(before.rpartition("{")[2])), targets, "marker" in block.lower()))
        if len(self.rules) > _MOST_RULES:
            raise _Refused(f"har fler än {_MOST_RULES} regler om hur den ritas")

    def text(self, text: str) -> None:
        self._count(text)
        if self.in_style:
            self.styles.append(text)

    def end(self, _tag: str) -> None:
        if self.in_style:
            self._sheet("".join(self.styles))
            self.styles, self.in_style = [], False
        self.stack.pop()

    def instruction(self, target: str, _data: str) -> None:
        if target.lower().startswith("xml-"):
            raise _Refused("hämtar något utifrån")

    def entity(
        self, _name: str, is_parameter: bool, value: str | None, _base: object, system: str | None, _public: object, _notation: object
    ) -> None:
        """Drawing programs make short ones for long addresses. What fetches something, or holds others, is not needed."""
        if is_parameter or system is not None or value is None or len(value) > 200 or re.search(r"[&%<]", value):
            raise _Refused("hämtar något utifrån, eller har förkortningar i sig")

    def _count(self, text: str) -> None:
        self.seen += len(text)
        if self.seen > _MOST_TEXT:
            raise _Refused("är för stor när den packas upp")

    def refuse_much(self) -> None:
        """Refuse a drawing that draws itself, or draws the same so often that it would never be done."""
        self._dress()
        drawn: dict[int, int] = {}
        going = {0}
        waiting = [(0, iter(self._parts(0)))]
        while waiting:
            number, parts = waiting[-1]
            part = next((part for part, _ in parts if part not in drawn), None)
            if part is not None:
                if part in going:
                    raise _Refused("ritar sig själv")
                going.add(part)
                waiting.append((part, iter(self._parts(part))))
                continue
            drawn[number] = 1 + sum(drawn[one] * times for one, times in self._parts(number))
            going.discard(number)
            waiting.pop()
            if drawn[number] > _MOST_DRAWN:
                raise _Refused("ritar samma sak för många gånger")

    def _parts(self, number: int) -> list[tuple[int, int]]:
        """What an element draws, and how many times."""
        node = self.nodes[number]
        return [(child, 1) for child in node.children] + [(self.ids[id], times) for id, times in node.refers if id in self.ids]

    def _dress(self) -> None:
        """Let each element draw what the style sheets have it draw."""
        wardrobe: dict[str, list[tuple[str, bool]]] = {}
        for names, drawn, at_points in self.rules:
            for name in names:
                wardrobe.setdefault(name, []).extend((target, at_points) for target in drawn)
        worn = 0
        for node in self.nodes if wardrobe else ():
            targets = [one for name in node.known_by for one in wardrobe.get(name, ())]
            worn += len(targets)
            if worn > _MOST_DRAWN:
                raise _Refused("ritar samma sak för många gånger")
            node.refers += [(target, node.points if at_points else 1) for target, at_points in targets]


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("/*", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("*/", start + 2)
        at = end + 2 if end >= 0 else len(text)
    return "".join(kept) + text[at:]


def _letter(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2] or ""
    code = int(match[1], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
