"""Who has been heard: dialogues that are told of, and sources that say that there was one."""

from __future__ import annotations

from collections.abc import Iterable

from samverkan_cli.diagnostics import Place
from samverkan_cli.models.days import first_of
from samverkan_cli.models.problems import Dialogue
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.rules._presence import says
from samverkan_cli.text.vocabulary import Words


def heard(dossier: Dossier, dialogues: Iterable[Dialogue], words: Words) -> list[Place]:
    """Where it is said that somebody was heard: in dialogues that have been held, and among the sources of documents and reports."""
    held = [one for one in dialogues if one.date is None or first_of(one.date) <= dossier.today]
    found = [one.here for one in held if any(map(says, (one.name, one.method, one.result)))]
    found += [document.at("sources") for document in dossier.documents if any(map(words.found_in, document.sources))]
    cited = dossier.all(lambda document: document.builds_on)
    return found + [report.at("sources") for report in cited if any(map(words.found_in, report.sources))]
