"""``kontaktpersoner``: Contacts per party."""

from typing import Literal

from samverkan_cli.models.base import Noun, required
from samverkan_cli.models.content import ContentDocument


class ContactsDocument(ContentDocument):
    """Contacts per party."""

    noun = Noun("lista över kontaktpersoner", "listan över kontaktpersoner")

    type: Literal["kontaktpersoner"] = required("typ", "Vilket slags dokument det är.", definite="typen", example="kontaktpersoner")
