"""``problembild``: The joint, prioritised picture, with the cause analysis."""

from typing import Literal

from samverkan_cli.models.base import Noun, required
from samverkan_cli.models.content import ContentDocument


class ProblemPicture(ContentDocument):
    """The joint, prioritised picture, with the cause analysis."""

    noun = Noun("problembild", "problembilden")

    type: Literal["problembild"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="problembild")
