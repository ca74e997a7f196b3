"""Real files changed at random: bytes, signs, rows and words, as a hand or a program may do it."""

from random import Random

SIGNS = list(":-[]{},&*!|>'\"%@`#?~ \t\n\r\\.<=0å”–•：，\u00a0\u0085\u2028\ufeff\u030a\x00\x07\x7f\ufffd")
WORDS = [
    "- ",
    ": ",
    "<<: ",
    "&a ",
    "*a ",
    "!!int ",
    "---\n",
    "...\n",
    "|",
    ">",
    "0x1F",
    "040",
    "”",
    "{",
    "}",
    "[",
    "]",
    "\t",
    "\u00a0",
    "ja",
    "null",
    "\n\n",
]


def slipped(raw: bytes, random: Random) -> bytes:
    """The bytes with one to four changes."""
    for _ in range(random.choice((1, 1, 2, 4))):
        raw = random.choice((_bytes, _signs, _signs, _rows, _rows, _words))(raw, random)
    return raw


def _bytes(raw: bytes, random: Random) -> bytes:
    at = random.randrange(len(raw) + 1)
    match random.randrange(4):
        case 0:
            return raw[:at]
        case 1:
            return raw[:at] + bytes([random.randrange(256)]) + raw[at:]
        case 2:
            return raw[:at] + raw[at + random.randrange(1, 9) :]
        case _:
            return raw[:at] + bytes([random.randrange(256)]) + raw[at + 1 :]


def _signs(raw: bytes, random: Random) -> bytes:
    text = raw.decode("utf-8", "replace")
    at = random.randrange(len(text) + 1)
    return (text[:at] + random.choice(SIGNS) + text[at + random.randrange(2) :]).encode()


def _rows(raw: bytes, random: Random) -> bytes:
    rows = raw.split(b"\n")
    at, other = random.randrange(len(rows)), random.randrange(len(rows))
    match random.randrange(6):
        case 0:
            del rows[at]
        case 1:
            rows.insert(other, rows[at])
        case 2:
            rows[at], rows[other] = rows[other], rows[at]
        case 3:
            rows[at] = b" " * random.randrange(1, 5) + rows[at]
        case 4:
            rows[at] = rows[at][random.randrange(1, 5) :]
        case _:
            rows[at : at + 2] = [b" ".join(rows[at : at + 2])]
    return b"\n".join(rows)


def _words(raw: bytes, random: Random) -> bytes:
    words = raw.split(b" ")
    at = random.randrange(len(words))
    words[at] = random.choice((random.choice(WORDS).encode(), b"", words[random.randrange(len(words))]))
    return b" ".join(words)
