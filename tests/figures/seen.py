"""Reading a figure back: what a viewer of the SVG sees."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.printing.figures.svg import text_width

SVG = "{http://www.w3.org/2000/svg}"


def tree(figure: Figure) -> ElementTree.Element:
    return ElementTree.fromstring(figure.svg)


def of(figure: Figure, tag: str) -> list[ElementTree.Element]:
    return list(tree(figure).iter(f"{SVG}{tag}"))


def numbers(element: ElementTree.Element, *names: str) -> tuple[float, ...]:
    return tuple(float(element.get(name, "0")) for name in names)


def extent(text: ElementTree.Element) -> tuple[float, float, float, float]:
    """The room a line of text takes up at most: left, top, right, bottom."""
    x, y, size = numbers(text, "x", "y", "font-size")
    width = text_width(text.text or "", size, text.get("font-weight") == "600")
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")] * width
    return left, y - size * 0.8, left + width, y + size * 0.25


def texts(figure: Figure) -> list[str]:
    return [text.text or "" for text in of(figure, "text")]


def solid(figure: Figure) -> str:
    """All text without spaces and hyphens, so that a wrapped label can be looked for."""
    return letters("".join(texts(figure)))


def letters(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text)


def inside(figure: Figure) -> Iterator[str]:
    """Each fault: something drawn outside the picture."""
    for text in of(figure, "text"):
        left, top, right, bottom = extent(text)
        if left < -0.1 or right > figure.width + 0.1 or top < -0.1 or bottom > figure.height + 0.1:
            yield f"text utanför: {text.text!r} {left:.0f}–{right:.0f}, {top:.0f}–{bottom:.0f}"
    for box in of(figure, "rect"):
        x, y, width, height = numbers(box, "x", "y", "width", "height")
        if min(x, y, width, height) < 0 or x + width > figure.width or y + height > figure.height:
            yield f"ruta utanför: {ElementTree.tostring(box)!r}"
    for line in of(figure, "line"):
        x1, x2, y1, y2 = numbers(line, "x1", "x2", "y1", "y2")
        if min(x1, x2, y1, y2) < 0 or max(x1, x2) > figure.width or max(y1, y2) > figure.height:
            yield f"linje utanför: {ElementTree.tostring(line)!r}"
    for shape in of(figure, "polygon"):
        for point in shape.get("points", "").split():
            x, y = (float(part) for part in point.split(","))
            if not (0 <= x <= figure.width and 0 <= y <= figure.height):
                yield f"form utanför: {point}"
    for shape in of(figure, "path"):
        for x, y in steps(shape):
            if not (0 <= x <= figure.width and 0 <= y <= figure.height):
                yield f"väg utanför: {shape.get('d')}"


def steps(path: ElementTree.Element) -> list[tuple[float, float]]:
    """The points of a path, control points too."""
    x = y = 0.0
    found: list[tuple[float, float]] = []
    for letter, rest in re.findall(r"([MLCHV])([^MLCHV]*)", path.get("d", "")):
        parts = [float(part) for part in rest.split()]
        if letter == "H":
            x = parts[0]
            found.append((x, y))
        elif letter == "V":
            y = parts[0]
            found.append((x, y))
        else:
            found += list(zip(parts[::2], parts[1::2], strict=True))
            x, y = found[-1]
    return found
