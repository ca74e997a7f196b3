"""``uppföljning``: the outcome of a period."""

from typing import Literal

from samverkan_cli.models.base import Noun, field, required
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.when import When


class FollowUpDocument(ContentDocument):
    """The outcome of a period."""

    noun = Noun("uppföljning", "uppföljningen")

    type: Literal["uppföljning"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="uppföljning")
    covers: When | None = field(
        "avser",
        "Den tid som uppföljningen gäller.",
        definite="tiden som uppföljningen gäller",
        example={"från": "2019-01-01", "till": "2019-12-31"},
    )
