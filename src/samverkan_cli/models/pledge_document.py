"""``medborgarlöfte``: Pledges, with own period, parties and feedback."""

from typing import Literal

from samverkan_cli.models.base import Noun, required
from samverkan_cli.models.content import ContentDocument


class PledgeDocument(ContentDocument):
    """Pledges, with own period, parties and feedback."""

    noun = Noun("medborgarlöfte", "medborgarlöftet")

    type: Literal["medborgarlöfte"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="medborgarlöfte")
