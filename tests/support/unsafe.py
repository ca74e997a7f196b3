"""Characters that no reader should be shown, and those that are harmless, each by its number and not by any pattern of ours."""

UNSAFE = {
    "null": 0x00, "bell": 0x07, "backspace": 0x08, "vertical tab": 0x0B, "form feed": 0x0C, "escape": 0x1B, "unit separator": 0x1F,
    "delete": 0x7F, "first C1": 0x80, "next line": 0x85, "control sequence": 0x9B, "last C1": 0x9F,
    "arabic letter mark": 0x061C, "left-to-right mark": 0x200E, "right-to-left mark": 0x200F,
    "line separator": 0x2028, "paragraph separator": 0x2029,
    "embed left": 0x202A, "embed right": 0x202B, "pop": 0x202C, "override left": 0x202D, "override right": 0x202E,
    "isolate left": 0x2066, "isolate right": 0x2067, "isolate first": 0x2068, "pop isolate": 0x2069,
    "inhibit swapping": 0x206A, "nominal digits": 0x206F,
    "annotation anchor": 0xFFF9, "annotation separator": 0xFFFA, "annotation end": 0xFFFB, "byte order mark": 0xFEFF,
    "first noncharacter": 0xFDD0, "last of the row": 0xFDEF, "noncharacter FFFE": 0xFFFE, "noncharacter FFFF": 0xFFFF,
    "noncharacter 1FFFE": 0x1FFFE, "noncharacter 10FFFF": 0x10FFFF,
    "half a pair, high": 0xD800, "half a pair, low": 0xDFFF, "language tag": 0xE0001,
}  # fmt: skip
"""By what it is called."""

BESIDE = {
    "space": 0x20, "tilde": 0x7E, "no-break space": 0xA0, "before the mark": 0x061B, "after the mark": 0x061D,
    "zero width joiner": 0x200D, "hyphen": 0x2010, "horizontal bar": 0x2015, "reversed prime": 0x2027, "narrow space": 0x202F,
    "superscript zero": 0x2070, "before the noncharacters": 0xFDCF, "after the noncharacters": 0xFDF0, "before the mark of bytes": 0xFEFE,
    "after the mark of bytes": 0xFF00, "before the anchors": 0xFFF8, "replacement": 0xFFFD, "private": 0xE000, "before the pairs": 0xD7FF,
}  # fmt: skip
"""The nearest on either side of each row: they are not taken."""

HARMLESS = ("å", "é", "e\u0301", "a\u030a", "😀", "👩‍👩‍👧", "\u00a0", "\u00ad", "–", "漢", "\u200b", "🏴󠁧󠁢󠁥󠁮󠁧󠁿")
"""What people write, and what must come out again."""

ALL = "".join(f"V{number:03d}v{chr(code)}h{number:03d}H " for number, code in enumerate(UNSAFE.values()))
"""Each unsafe character between letters and a number of its own."""
BESIDES = [f"V{number:03d}v" for number in range(len(UNSAFE))] + [f"h{number:03d}H" for number in range(len(UNSAFE))]


def left_in(text: str) -> list[str]:
    """Which unsafe characters a text holds."""
    return [name for name, code in UNSAFE.items() if chr(code) in text]
