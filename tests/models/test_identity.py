"""Which one is this? The id, else what it is about, else its order; and nothing that moves or renames a list changes the answer."""

import datetime
from pathlib import Path

import pytest

from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.actions import Action, Decision, Outcome
from samverkan_cli.models.agreement import Agreement
from samverkan_cli.models.base import Node, walk
from samverkan_cli.models.communication import CommunicationActivity, Contact, Feedback, SharedUnderstanding
from samverkan_cli.models.formalities import Appendix, Exemption, Signature
from samverkan_cli.models.goals import Measurement
from samverkan_cli.models.keys import DOCUMENT, Basis, Identity, by_name, identities, identity, reachable
from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.sources import Sources
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from support.packages import HUDDINGE, TODAY, copy, judge

TWICE = """
samverkan: 1
typ: uppföljning
utfall:
  - {åtgärd: Å1.1, bedömning: grön}
  - {åtgärd: Å1.2, bedömning: gul}
  - {åtgärd: Å1.1, bedömning: röd}
mätvärden:
  - {mål: M1, datum: 2019-03-15, värde: 9}
  - {mål: M1, datum: 2020-03-15, värde: 8}
åtgärder:
  - {vad: Vuxna på plats}
  - {vad: Klasspass}
orsaksanalys: {metod: orsaksträd}
"""


def document(text: str, name: str = "uppföljning.yaml"):  # type: ignore[no-untyped-def]
    model, judged = build(read(name, text.encode()))
    assert not judged.faults
    return model


def test_an_id_is_the_answer_where_there_is_one() -> None:
    assert identity(Action(id="Å1.1", vad="Vuxna på plats")) == Identity(Basis.ID, ("Å1.1",))


@pytest.mark.parametrize("model", [Outcome, Measurement, Decision, Feedback, SharedUnderstanding, CommunicationActivity])
def test_what_had_no_id_may_have_one(model: type[Node]) -> None:
    assert by_name(model)["id"].defines
    assert identity(model(id="X1")) == Identity(Basis.ID, ("X1",))


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (Outcome(åtgärd="Å1.1", utfall="106 pass"), ("Å1.1", "", "", "", "b.yaml")),
        (Measurement(mål="M1", datum="2019-03-15", värde=9), ("M1", "2019-03-15")),
        (Signature(part="kommun", funktion="ordförande", datum="2019-01-01"), ("kommun", "ordförande", "")),
        (Appendix(nr="3.1", fil="b.yaml"), ("3.1",)),
        (Appendix(fil="b.yaml", titel="Plan"), ("b.yaml",)),
        (Appendix(titel="Plan"), ("Plan",)),
        (Contact(part="polis", funktion="kommunpolis", telefon="114 14"), ("polis", "kommunpolis", "")),
        (Exemption(regel="SK14", id="Å1.3"), ("SK14", "Å1.3")),
    ],
)
def test_else_what_it_is_about(node: Node, words: tuple[str, ...]) -> None:
    assert identity(node, "b.yaml") == Identity(Basis.NATURAL, words)


def test_an_outcome_in_another_document_is_another() -> None:
    one, other = document(TWICE, "2019.yaml").outcomes[0], document(TWICE, "2020.yaml").outcomes[0]
    assert identity(one) != identity(other)
    assert identity(one, "uppföljning") == identity(other, "uppföljning")


def test_what_says_nothing_of_itself_is_known_by_its_order() -> None:
    found = document(TWICE)
    assert [identity(action).basis for action in found.actions] == [Basis.ORDER, Basis.ORDER]
    assert identity(found.actions[0]) != identity(found.actions[1])


def test_what_there_is_only_one_of_needs_no_order() -> None:
    assert identity(document(TWICE).cause_analysis) == Identity(Basis.ONLY, ("orsaksanalys",))


def test_a_document_is_known_by_its_id_else_by_its_name() -> None:
    assert identity(document(TWICE), "bilagor/5.yaml") == Identity(Basis.NATURAL, ("bilagor/5.yaml",))
    assert identity(document(f"{TWICE}id: u-2019\n")) == Identity(Basis.ID, ("u-2019",))


def test_siblings_that_are_alike_get_an_ordinal() -> None:
    found = identities(document(TWICE).outcomes, "u")
    assert [one.ordinal for one in found] == [0, 0, 1]
    assert len(set(found)) == 3


@pytest.mark.parametrize("model", reachable(*DOCUMENT_TYPES.values()), ids=lambda model: model.__name__)
def test_natural_keys_are_fields(model: type[Node]) -> None:
    for names in model.natural_keys:
        assert names
        assert set(names) - {DOCUMENT} <= set(by_name(model))


def _bases(folder: Path) -> list[tuple[str, Identity]]:
    (dossier,) = find_dossiers([folder], TODAY, Sources(base=folder))
    nodes = [node for node in dossier.nodes if node.here.path and isinstance(node.here.path[-1], int)]
    return [(type(node).__name__, identity(node)) for node in nodes]


def test_nothing_in_a_list_of_huddinge_is_known_by_its_order_alone() -> None:
    bases = _bases(HUDDINGE)
    assert len(bases) > 200
    assert {name for name, one in bases if one.basis is Basis.ORDER} == set()


def test_an_id_on_an_outcome_may_not_stand_twice(tmp_path: Path) -> None:
    package = copy(HUDDINGE, tmp_path)
    file = next(path for path in sorted(package.rglob("*.yaml")) if "\nutfall:" in path.read_text(encoding="utf-8"))
    text = file.read_text(encoding="utf-8")
    day = datetime.date(2020, 6, 1)
    before = {found.message for found in judge(package, day).diagnostics if found.code == "KED02"}
    file.write_text(text.replace("- åtgärd:", "- id: UT1\n    åtgärd:", 2), encoding="utf-8")
    after = {found.message for found in judge(package, day).diagnostics if found.code == "KED02"}
    assert after - before == {"id UT1 används redan"}


def test_the_agreement_itself_is_walked() -> None:
    assert sum(1 for _ in walk(Agreement.model_construct(version=1, type="överenskommelse"))) == 1
