"""A drawn figure as part of an HTML page."""

from __future__ import annotations

import re
from html import escape
from xml.etree import ElementTree

from samverkan_cli.printing.figures.figure import Figure

WIDE = 280
"""A figure wider than this scrolls on a narrow screen instead of shrinking until nobody can read it."""


def figure_html(figure: Figure, label: str, prefix: str) -> str:
    """``<figure>`` with the picture inline. ``label`` names the region that scrolls; ``prefix`` makes the picture's ids unique."""
    picture = inline_svg(figure, prefix)
    if figure.width > WIDE:
        picture = f'<div class="rulla" role="region" tabindex="0" aria-label="{escape(label)}">{picture}</div>'
    return f'<figure class="{"bredbild" if figure.width > WIDE else "smalbild"}">\n{picture}\n<figcaption>{escape(figure.caption)}</figcaption>\n</figure>\n'


def inline_svg(figure: Figure, prefix: str) -> str:
    """The picture as one image with a text alternative, and nothing in it that another picture could be mixed up with."""
    root = ElementTree.fromstring(figure.svg)
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
        for key in list(node.attrib):
            node.set(key.rpartition("}")[2], _own(key, node.attrib.pop(key), prefix))
    for child in [child for child in root if child.tag in ("title", "desc", "metadata")]:
        root.remove(child)
    for key in ("aria-labelledby", "aria-describedby", "id", "lang"):
        root.attrib.pop(key, None)
    root.attrib.update(
        {"role": "img", "aria-label": figure.alternative, "width": str(figure.width), "height": str(figure.height), "focusable": "false"}
    )
    return ElementTree.tostring(root, encoding="unicode").strip()


def _own(key: str, value: str, prefix: str) -> str:
    if key == "id":
        return f"{prefix}{value}"
    if key.endswith("href"):
        return re.sub(r"^#", f"#{prefix}", value)
    if key in ("aria-labelledby", "aria-describedby"):
        return " ".join(f"{prefix}{word}" for word in value.split())
    return re.sub(r"url\(#", f"url(#{prefix}", value)
