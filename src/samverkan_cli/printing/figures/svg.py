"""What the figures share: colours, the width of text, wrapping, numbers and dates in Swedish, and the SVG elements themselves.

The pictures are read by browsers, by Word and by Typst. They hold presentation attributes only: no classes, no styles, no scripts.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from samverkan_cli.printing.figures.figure import Figure
from samverkan_cli.swedish import number
from samverkan_cli.text.sanitize import several_lines

WIDTH = 680
"""The width of the text on an A4 page, in px."""
EDGE = 4
"""Nothing but the background is drawn nearer the edge than this."""
FONT = "Inter, Arial, Helvetica, sans-serif"

PAPER = "#ffffff"
INK = "#1b1f24"
QUIET = "#4d5761"
BLUE = "#1f4e8c"
GREY = "#6b7580"
TINT = "#e9eff7"
PALE = "#f3f5f7"
HAIR = "#d3d9df"

TEXT_COLOURS = (INK, QUIET)
"""Text has at least 4.5:1 on every background colour."""
GRAPHIC_COLOURS = (BLUE, GREY)
"""What carries meaning without being text has at least 3:1 on every background colour."""
BACKGROUNDS = (PAPER, TINT, PALE)
"""``HAIR`` is for grid lines, which repeat what ticks in ``GREY`` say."""


# --- Text: what may stand in XML, and how wide it is ---

_SPACE = re.compile("[ \t\n]+")


def clean(text: str) -> str:
    """The text on one line, with what XML cannot hold and what turns the writing direction made visible, as in the documents."""
    return _SPACE.sub(" ", several_lines(text)).strip(" ")


def escape(text: str) -> str:
    """The text as XML, for an element or a quoted attribute."""
    cleaned = clean(text)
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        cleaned = cleaned.replace(sign, entity)
    return cleaned


# Thousandths of the size; the wider of Inter and Arial, rounded up.
_REGULAR = {
    260: "ijlįĵĺļł‚", 280: "I¦ÌÍÎÏìíîïĨĩĪīĬĭĮİı‘’", 300: " \u00a0!',.:·\"", 320: ";ſ", 340: "`t|¡\xad´¸¹ľţŧ", 360: "ŀ", 380: "()/[\\]frŕŗřť",
    420: "⁷", 440: "{}„⁵⁻", 460: "-ª°²³“”⁰⁴⁶⁸⁹‑", 480: '"^', 500: "ºĳ", 520: "*", 540: "sĸśŝşš", 560: "1?_kxz¥¯ķźżž–",
    580: "7JLacvy¢§àáâãäåçýÿāăąćĉċčĴĹĻĽĿŷ•", 600: "5ehnou¨«µ»èéêëðñòóôõöùúûüēĕėęěĥħŁńņňŋōŏőũūŭůűų", 620: "238Fbdgpq£¶¿ßøþđĝğġģŉ",
    640: "#069ZŹŻŽ", 660: "$4TŢŤŦ", 680: "&+<=>BEKPSY~¬±ÈÉÊË×ÝÞ÷ĒĔĖĘĚĶŚŜŞŠŶŸ−≥≤€", 700: "AVXÀÁÂÃÄÅĀĂĄ", 720: "ď", 740: "CDR¤®ÇÐĆĈĊČĎĐŔŖŘ",
    760: "HNUÑÙÚÛÜĤŃŅŇŊŨŪŬŮŰŲ", 780: "GOQÒÓÔÕÖØĜĞĠĢĦŌŎŐ", 820: "wŵ", 840: "¼Ĳ", 860: "½", 880: "m", 900: "¾", 920: "M©æ",
    1000: "%WÆœŴ—…→", 1020: "@Œ", 1340: "‰",
}  # fmt: skip
_BOLD = {
    280: " \u00a0ijlìíîïĩīĭįıĵĺļł", 300: "IÌÍÎÏĨĪĬĮİ‚", 320: "‘’", 340: "!',.:¡¦\xad·¹", 360: ";ſ", 380: "()[]`t|´¸ţŧ", 400: "/\\fľ", 420: "rŕŗř",
    440: "⁷", 460: "°²", 480: "-{}ª³ŀť•⁵⁶⁹⁻‑", 500: "º⁰⁴⁸", 520: "„", 540: "”", 560: '"*1_¯ĳ–“', 580: "sz¥§śŝşšźżž",
    600: "7J^acekvx¢¶àáâãäåçèéêëāăąćĉċčēĕėęěĴķĸ", 620: "?FLoy¿ðòóôõöøýÿĹĻĽĿŁōŏőŷ", 640: "25bdghnpqu£¨µñùúûüþđĝğġģĥħńņňŋũūŭůűų", 660: "#$3689ß",
    680: "+04<=>EPSTZ~«¬±»ÈÉÊË×Þ÷ĒĔĖĘĚŚŜŞŠŢŤŦŹŻŽ−≥≤", 700: "€", 720: "ŉ", 740: "&BCDKRUXY®ÇÙÚÛÜÝĆĈĊČĎĶŔŖŘŨŪŬŮŰŲŶŸ", 760: "AHVÀÁÂÃÄÅÐĀĂĄďĐĤ",
    780: "GNOQ¤ÑÒÓÔÕÖØĜĞĠĢŃŅŇŊŌŎŐ", 820: "Ħ", 860: "w¼ŵ", 880: "Ĳ", 900: "½", 920: "m©¾æ", 940: "M", 1000: "œ—→", 1020: "%@Œ…", 1040: "WÆŴ",
    1400: "‰",
}  # fmt: skip


def _by_character(table: dict[int, str]) -> dict[str, int]:
    return {sign: width for width, signs in table.items() for sign in signs}


_WIDTHS = {False: _by_character(_REGULAR), True: _by_character(_BOLD)}


@lru_cache(maxsize=4096)
def _sign_width(sign: str, bold: bool) -> int:
    known = _WIDTHS[bold].get(sign)
    if known is not None:
        return known
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(sign) in "WF" or unicodedata.category(sign) in ("So", "Cn", "Co"):
        return 1400
    return 1050 if bold else 950


def text_width(text: str, size: float, bold: bool = False) -> float:
    """How wide the text is at most, in px, in Inter or Arial."""
    return sum(_sign_width(sign, bold) for sign in text) * size / 1000


@lru_cache(maxsize=1024)  # Asked first for the height of a box, then for its lines.
def wrap(text: str, width: float, size: float, bold: bool = False, limit: int | None = None) -> tuple[str, ...]:
    """The text in lines that each fit in ``width``. What does not fit in ``limit`` lines ends in an ellipsis. No text, no lines."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(clean(text)):
        part = piece
        while part:
            # A line that ends at a soft hyphen shows it.
            if text_width(_broken(line + part).rstrip(" "), size, bold) <= width:
                line += part
                break
            if line.strip(" \u00ad"):
                lines.append(_broken(line))
                line = ""
                continue
            cut, hyphen = _cut(part, width, size, bold)
            lines.append(part[:cut] + hyphen)
            part = part[cut:].lstrip("\u00ad")
    if line.strip(" \u00ad"):
        lines.append(line)
    found = [shown for each in lines if (shown := clean(each).removesuffix("\u00ad").rstrip(" "))]
    if limit is None or len(found) <= limit:
        return tuple(found)
    return (*found[: limit - 1], _shortened(found[limit - 1], width, size, bold))


def _pieces(text: str) -> list[str]:
    """The text cut where a line may end: after a space, a hyphen, a dash, a slash, at a soft hyphen."""
    return [piece for piece in re.split(r"(?<=[ \u00ad])|(?<=\w[-‐–/])(?=\w)", text) if piece]


def _broken(line: str) -> str:
    return line.removesuffix("\u00ad") + "-" if line.endswith("\u00ad") else line


_VOWELS = "aeiouyåäöéAEIOUYÅÄÖÉ"


def _cut(word: str, width: float, size: float, bold: bool) -> tuple[int, str]:
    """Where to cut a word that is wider than a line, and the hyphen to end with: before a consonant and a vowel, if there is such a place."""
    room = width - text_width("-", size, bold)
    most, used = 0, 0.0
    for sign in word:
        used += text_width(sign, size, bold)
        if used > room and most:
            break
        most += 1
    while 1 < most < len(word) and (_sign_width(word[most], bold) == 0 or word[most - 1] == "\u200d"):
        most -= 1
    if most == 1 or most == len(word):  # A base with hundreds of marks stays together; it is no wider for it.
        while most < len(word) and _sign_width(word[most], bold) == 0:
            most += 1
    for cut in range(most, max(most - 7, 2), -1):
        following = word[cut : cut + 3].rstrip(" ")
        if (
            len(following) == 3
            and word[:cut].isalpha()
            and following[:2].isalpha()
            and following[0] not in _VOWELS
            and following[1] in _VOWELS
        ):
            return cut, "-"
    between_letters = 0 < most < len(word) and word[most - 1].isalpha() and word[most].isalpha()
    fitting = text_width(word[:most] + "-", size, bold) <= width
    return most, "-" if between_letters and fitting else ""


def _shortened(line: str, width: float, size: float, bold: bool) -> str:
    kept = line
    while kept and text_width(kept + "…", size, bold) > width:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0]
    if kept != line and line[len(kept)] != " " and len(whole) * 2 > len(kept):
        kept = whole
    kept = kept.rstrip(" ,;:.–-")
    return kept + "…"


def fits(text: str, width: float, size: float, bold: bool = False) -> bool:
    """Whether the text fits on one line."""
    return text_width(clean(text), size, bold) <= width


# --- Numbers with their units ---


def with_unit(value: float, unit: str) -> str:
    """The number with per cent sign or a short unit. A unit in words stands by the axis, not at each number."""
    word = clean(unit)
    if word.lower() in ("procent", "%"):
        return f"{number(value)}\u00a0%"
    if word and (len(word) <= 3 or (len(word) <= 6 and "/" in word)):
        return f"{number(value)}\u00a0{word}"
    return number(value)


# --- Elements ---


def px(value: float) -> str:
    """A coordinate with at most one decimal."""
    rounded = f"{value:.1f}"
    return "0" if rounded in ("0.0", "-0.0") else rounded.removesuffix(".0")


def identifier(name: str) -> str:
    """An XML id for a figure: different names have different ids."""
    safe = re.sub(r"[^A-Za-z0-9-]", lambda found: f"_{ord(found[0]):x}_", name)
    return f"figur-{safe}"


def rect(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = "none",
    stroke: str = "none",
    thick: float = 1,
    dash: str = "",
    round_: float = 0,
) -> str:
    """A box."""
    corners = f' rx="{px(round_)}"' if round_ else ""
    return f'<rect x="{px(x)}" y="{px(y)}" width="{px(width)}" height="{px(height)}"{corners} fill="{fill}"{_stroke(stroke, thick, dash)}/>'


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, *, thick: float = 1, dash: str = "") -> str:
    """A straight line."""
    return f'<line x1="{px(x1)}" y1="{px(y1)}" x2="{px(x2)}" y2="{px(y2)}"{_stroke(stroke, thick, dash)}/>'


def path(steps: str, *, fill: str = "none", stroke: str = "none", thick: float = 1, dash: str = "") -> str:
    """A path; ``steps`` are already written with :func:`px`."""
    return f'<path d="{steps}" fill="{fill}"{_stroke(stroke, thick, dash)}/>'


def polygon(points: Sequence[tuple[float, float]], *, fill: str, stroke: str = "none", thick: float = 1, dash: str = "") -> str:
    """A closed shape."""
    return f'<polygon points="{" ".join(f"{px(x)},{px(y)}" for x, y in points)}" fill="{fill}"{_stroke(stroke, thick, dash)}/>'


def circle(x: float, y: float, radius: float, *, fill: str, stroke: str = "none", thick: float = 1) -> str:
    """A circle."""
    return f'<circle cx="{px(x)}" cy="{px(y)}" r="{px(radius)}" fill="{fill}"{_stroke(stroke, thick, "")}/>'


def _stroke(colour: str, thick: float, dash: str) -> str:
    if colour == "none":
        return ""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f' stroke="{colour}" stroke-width="{px(thick)}"{dashes}'


def words(x: float, y: float, text: str, size: float, *, fill: str = INK, bold: bool = False, anchor: str = "start") -> str:
    """One line of text; ``y`` is the base line. Each line is an element of its own, so that no text reaches into another."""
    weight = ' font-weight="600"' if bold else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{px(x)}" y="{px(y)}" font-size="{px(size)}"{weight}{place} fill="{fill}">{escape(text)}</text>'


def column_of_words(
    x: float, top: float, lines: Sequence[str], size: float, leading: float, *, fill: str = INK, bold: bool = False, anchor: str = "start"
) -> list[str]:
    """Lines under each other; ``top`` is the upper edge of the first."""
    return [
        words(x, top + leading * index + ascent(size, leading), each, size, fill=fill, bold=bold, anchor=anchor)
        for index, each in enumerate(lines)
    ]


def ascent(size: float, leading: float) -> float:
    """From the upper edge of a line of text to its base line."""
    return (leading - size) / 2 + size * 0.86


def group(elements: Sequence[str], title: str = "") -> str:
    """Elements that belong together; ``title`` is shown when a pointer rests on them."""
    named = f"<title>{escape(title)}</title>" if title else ""
    return f"<g>{named}{''.join(elements)}</g>"


def arrow_head(x: float, y: float, towards: str, fill: str = GREY) -> str:
    """An arrow's head with its point at (x, y)."""
    sides: dict[str, Callable[[], Sequence[tuple[float, float]]]] = {
        "right": lambda: ((x, y), (x - 7, y - 4), (x - 7, y + 4)),
        "left": lambda: ((x, y), (x + 7, y - 4), (x + 7, y + 4)),
        "up": lambda: ((x, y), (x - 4, y + 7), (x + 4, y + 7)),
    }
    return polygon(sides[towards](), fill=fill)


def figure(name: str, caption: str, alternative: str, height: float, elements: Sequence[str]) -> Figure:
    """The elements as a picture of its own, on white, with the words that those who do not see it hear."""
    own = identifier(name)
    high = math.ceil(height)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{high}" viewBox="0 0 {WIDTH} {high}" role="img"'
        f' aria-labelledby="{own}-titel {own}-text" lang="sv" xml:lang="sv" font-family="{FONT}">\n'
        f'<title id="{own}-titel">{escape(caption)}</title>\n<desc id="{own}-text">{escape(alternative)}</desc>\n'
        + "\n".join((rect(0, 0, WIDTH, high, fill=PAPER), *elements))
        + "\n</svg>\n"
    )
    return Figure(name=name, caption=caption, alternative=clean(alternative), svg=svg, width=WIDTH, height=high)


def nothing(name: str, caption: str, sentence: str) -> Figure:
    """A small picture that says that there is nothing to show."""
    return figure(name, caption, sentence, 40, [words(EDGE, 25, sentence, 13, fill=QUIET)])
