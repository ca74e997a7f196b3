"""The text of a printed document, read by PDFium, as the browsers of most people read it."""

import re

from support import need

_HYPHEN = "\x02"
"""What PDFium gives for a hyphen that divides a word between two lines."""
_LEADER = re.compile(r"\.{5,}")


def pages_of(data: bytes) -> list[str]:
    """The text of each page. Words are whole, and of a row of dots that only leads the eye one is left."""
    document = need.module("pypdfium2").PdfDocument(data)
    try:
        return [_LEADER.sub(".", page.get_textpage().get_text_bounded().replace(_HYPHEN, "")) for page in document]
    finally:
        document.close()
