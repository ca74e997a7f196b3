"""``åtgärdsplan``: Actions; the printed title is free."""

from typing import Literal

from samverkan_cli.models.base import Noun, required
from samverkan_cli.models.content import ContentDocument


class ActionPlan(ContentDocument):
    """Actions; the printed title is free."""

    noun = Noun("åtgärdsplan", "åtgärdsplanen")

    type: Literal["åtgärdsplan"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="åtgärdsplan")
