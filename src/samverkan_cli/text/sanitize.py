"""Text from files and command lines, made safe to show: the only place that says which characters no reader is shown.

What is dangerous to a terminal is misleading on paper too, and what one format cannot hold no format needs: so there is one set, for
everything that we write.
"""

import re

_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_UNSAFE = re.compile(
    # Control characters (but tab and line feed, which each function treats in its own way), DEL and C1, where U+0085 is a line break.
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    # Marks that turn the writing direction, line and paragraph separators, and the shaping controls that Unicode advises against.
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    # A byte order mark that is not first, annotations and embedded objects, a language tag (the other tags are in flags, which are harmless).
    "\ufeff\ufff9-\ufffc\U000e0001"
    # What neither XML nor UTF-8 holds: noncharacters, half surrogate pairs.
    "\ud800-\udfff\ufdd0-\ufdef" + _PLANES + "]"
)


def one_line(text: str) -> str:
    """The text on one line, as long as it was: a tab is a space, and each line break or unsafe character is U+FFFD."""
    return _UNSAFE.sub("\ufffd", text).replace("\t", " ").replace("\n", "\ufffd")


def several_lines(text: str) -> str:
    """The text with its lines and tabs kept, and each unsafe character as U+FFFD. CR LF becomes a line feed."""
    return _UNSAFE.sub("\ufffd", text.replace("\r\n", "\n"))


def escape_in_json(text: str) -> str:
    r"""JSON with its unsafe characters written ``\u202e``: safe to show, and still saying exactly what it said."""
    return _UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + (code - 0x10000 >> 10):04x}\\u{0xDC00 + (code - 0x10000 & 0x3FF):04x}"
