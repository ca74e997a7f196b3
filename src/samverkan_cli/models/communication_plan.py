"""``kommunikationsplan``: Messages, target groups, channels, who and when."""

from typing import Literal

from samverkan_cli.models.base import Noun, required
from samverkan_cli.models.content import ContentDocument


class CommunicationPlan(ContentDocument):
    """Messages, target groups, channels, who and when."""

    noun = Noun("kommunikationsplan", "kommunikationsplanen")

    type: Literal["kommunikationsplan"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="kommunikationsplan")
