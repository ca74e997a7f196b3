"""The text of a printed page, read by pypdf without its taking every dot of a table of contents for a text of its own."""

import re
from typing import Any

from support import need

_PLACE = rb"q 1 0 0 -1 [\d.]+ %s cm/c\d+ cs [\d. ]+ scn\nBT 0 Tr"
_LEADER = re.compile(
    rb"(" + _PLACE % rb"([\d.]+)" + rb"(/f\d+ [\d.]+ Tf 1 0 0 -1 0 0 Tm\([^\n]{2,8}\)Tj)\nET\nQ\n)"
    rb"(?:" + _PLACE % rb"\2" + rb"\3\nET\nQ\n){4,}"
)
"""One glyph at least five times on one line, each set by itself."""


def text_of(page: Any) -> str:
    """What ``page.extract_text`` gives, but for dots that only lead the eye: there one stands for a row of them."""
    contents = page.get_contents()
    if contents is not None:
        generic = need.module("pypdf.generic")
        stream = generic.DecodedStreamObject()
        stream.set_data(_LEADER.sub(rb"\1", contents.get_data()))
        page[generic.NameObject("/Contents")] = stream
    return str(page.extract_text())
