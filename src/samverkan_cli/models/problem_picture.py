"""``problembild``: The joint, prioritised picture, with the cause analysis."""

from typing import Literal

from samverkan_cli.models.base import required
from samverkan_cli.models.content import ContentDocument


class ProblemPicture(ContentDocument):
    """The joint, prioritised picture, with the cause analysis."""

    type: Literal["problembild"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="problembild")
