"""``dokument``: Any other appendix: headings and text."""

from typing import Literal

from samverkan_cli.models.base import required
from samverkan_cli.models.content import ContentDocument


class OtherDocument(ContentDocument):
    """Any other appendix: headings and text."""

    type: Literal["dokument"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="dokument")
