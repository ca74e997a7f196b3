"""Colours for a terminal; the words carry the meaning without them."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from samverkan_cli.reporters.text_format import Segment

_STYLES = {
    "fel": "bold red",
    "varning": "bold yellow",
    "upplysning": "bold blue",
    "place": "cyan",
    "dim": "dim",
    "good": "green",
    "bold": "bold",
}


def show(lines: Iterable[list[Segment]]) -> None:
    """Print styled lines to the terminal."""
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        text = Text()
        for part, style in line:
            text.append(part, _STYLES.get(style, ""))
        console.print(text)
