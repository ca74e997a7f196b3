"""The models: one class for each document type, chosen by ``typ``."""

from samverkan_cli.models.action_plan import ActionPlan
from samverkan_cli.models.agreement import Agreement
from samverkan_cli.models.communication_plan import CommunicationPlan
from samverkan_cli.models.contacts import ContactsDocument
from samverkan_cli.models.content import ContentDocument, Document
from samverkan_cli.models.follow_up import FollowUpDocument
from samverkan_cli.models.follow_up_plan import FollowUpPlan
from samverkan_cli.models.other_document import OtherDocument
from samverkan_cli.models.pledge_document import PledgeDocument
from samverkan_cli.models.problem_picture import ProblemPicture
from samverkan_cli.models.settings import SettingsDocument
from samverkan_cli.models.situation_report import SituationReport

DOCUMENT_TYPES: dict[str, type[Document]] = {
    "överenskommelse": Agreement,
    "kontaktpersoner": ContactsDocument,
    "lägesbild": SituationReport,
    "problembild": ProblemPicture,
    "åtgärdsplan": ActionPlan,
    "medborgarlöfte": PledgeDocument,
    "kommunikationsplan": CommunicationPlan,
    "uppföljningsplan": FollowUpPlan,
    "uppföljning": FollowUpDocument,
    "dokument": OtherDocument,
    "inställningar": SettingsDocument,
}
"""``typ:`` → model."""

__all__ = [
    "DOCUMENT_TYPES",
    "Agreement",
    "ContentDocument",
    "Document",
    "FollowUpDocument",
    "FollowUpPlan",
    "SettingsDocument",
    "SituationReport",
]
