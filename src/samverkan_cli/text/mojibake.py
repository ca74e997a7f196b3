"""Text that has been read with the wrong encoding once: ``fÃ¶r`` is ``för``."""

from __future__ import annotations

import re

LOST = "\ufffd"
"""What stands where a character could not be read: nobody knows which it was."""

_AFTER = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""The bytes 80–BF as Windows-1252 shows them."""

RUN = re.compile(rf"(?:[ÂÃ][{_AFTER}]|[âï][{_AFTER}]{{2}}|ð[{_AFTER}]{{3}})+")
"""What may be UTF-8 that was read as Windows-1252."""


def restored(text: str) -> str:
    """The text with what was read wrongly as it was written; what is not UTF-8 in that way is left as it is."""
    return RUN.sub(lambda match: _restored(match[0]), text)


def _restored(run: str) -> str:
    try:
        return b"".join(_bytes(sign) for sign in run).decode("utf-8")
    except UnicodeError:
        return run


def _bytes(sign: str) -> bytes:
    # Windows-1252 leaves five bytes without a character: they are shown as themselves.
    return bytes([ord(sign)]) if "\x80" <= sign <= "\x9f" else sign.encode("cp1252")
