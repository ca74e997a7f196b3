"""Whom the law binds and from when, and the municipality's own documents, which several of its sections speak of."""

import datetime

from samverkan_cli.checking.rule import Case
from samverkan_cli.diagnostics import Inapplicable, Level
from samverkan_cli.models import SituationReport
from samverkan_cli.models.action_plan import ActionPlan
from samverkan_cli.models.days import KnownDay, first_of
from samverkan_cli.models.formalities import WorkedFor
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._queries import municipalities
from samverkan_cli.rules.lag_2023_196 import IN_FORCE


def not_bound(case: Case, since: datetime.date = IN_FORCE) -> Inapplicable | None:
    """Why a section asks nothing of the municipality on the day judged, if it does not."""
    if case.today < since:
        return Inapplicable(f"paragrafen gäller från {since}, och det som bedöms är {case.today}")
    parties = case.dossier.parties
    if parties and all(party.type for party in parties) and not municipalities(case.dossier):
        return Inapplicable("paragrafen gäller kommunen, och ingen av parterna är en kommun")
    return None


def own_document(dossier: Dossier) -> bool:
    """Whether what is judged is the municipality's own report or plan and no agreement, so that the law speaks of just that."""
    return not dossier.is_agreement


def level(dossier: Dossier) -> Level | None:
    """The level of what an agreement does not say: the law nowhere says that it must stand there. The municipality's own document is judged in full."""
    return None if own_document(dossier) else Level.NOTE


def own_reports(dossier: Dossier) -> tuple[SituationReport, ...]:
    """The municipality's own situation reports that are here."""
    own = {party.id for party in municipalities(dossier)}
    reports = (document for document in dossier.documents if isinstance(document, SituationReport))
    return tuple(one for one in reports if own_document(dossier) or (one.party and one.party in own))


def plans(dossier: Dossier) -> tuple[ActionPlan, ...]:
    """The action plans that are here and say that somebody has decided them; one that stands alone whatever it says."""
    found = (document for document in dossier.documents if isinstance(document, ActionPlan))
    return tuple(one for one in found if own_document(dossier) or (one.adopted is not None and has_happened(dossier, one.adopted.date)))


def worked_for(dossier: Dossier) -> list[WorkedFor]:
    """What the municipality has done to bring something about; what is dated later it has not done."""
    return [one for one in dossier.all(lambda document: document.worked_for) if one.date is None or has_happened(dossier, one.date)]


def has_happened(dossier: Dossier, day: KnownDay | None) -> bool:
    """Whether a day is written and has come."""
    return day is not None and first_of(day) <= dossier.today
