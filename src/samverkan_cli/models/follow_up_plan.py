"""``uppföljningsplan``: What is followed up, when, how and by whom."""

from typing import Literal

from samverkan_cli.models.base import Noun, required
from samverkan_cli.models.content import ContentDocument


class FollowUpPlan(ContentDocument):
    """What is followed up, when, how and by whom."""

    noun = Noun("uppföljningsplan", "uppföljningsplanen")

    type: Literal["uppföljningsplan"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="uppföljningsplan")
