"""A key knows itself: what it holds and refers to, one word means one thing in both languages, and every key is explained."""

import inspect
from collections import defaultdict

import pytest

from samverkan_cli.models import DOCUMENT_TYPES
from samverkan_cli.models.actions import Action
from samverkan_cli.models.actors import Party
from samverkan_cli.models.agreement import Agreement
from samverkan_cli.models.base import Node, field
from samverkan_cli.models.communication import Pledge
from samverkan_cli.models.content import ContentDocument
from samverkan_cli.models.goals import Goal
from samverkan_cli.models.keys import by_name, key_at, keys_of, reachable
from samverkan_cli.models.kinds import Kind
from samverkan_cli.models.scalars import Id

SWEDISH_APART = {"till": {"end", "to"}}
"""Swedish words with two meanings: to a day, and to somebody."""

ENGLISH_APART = {
    "method": {"metod", "sätt"},
    "place": {"plats", "ort"},
    "participants": {"medverkar", "medverkande", "deltagare"},
    "part_of": {"del_av", "underområde_till"},
    "terms": {"begrepp", "villkor"},
}
"""English names that are clear in their model, where Swedish has a word for each."""


MODELS = {model.__name__: model for model in reachable(*DOCUMENT_TYPES.values())}
FIELDS = {f"{name}.{key.name}": key for name, model in MODELS.items() for key in keys_of(model).values()}

HOLDERS = {name for name, key in FIELDS.items() if key.kind in (Kind.ID, Kind.REFERENCE) and not key.or_words}
SPEAKS_OF = {"Exemption.id", "DocumentReference.id", "Part.id"}
"""Keys called ``id`` that hold the id of something else, or of a document."""


def test_the_holders_are_found() -> None:
    """The search itself finds what it should, in a single value and in a list."""
    assert {"Action.meets_causes", "Signature.party", "Problem.id", "Agreement.owners"} <= HOLDERS


def test_what_holds_an_id_refers_to_something_with_a_noun() -> None:
    for name in sorted(name for name in HOLDERS if not name.endswith(".id")):
        thing = FIELDS[name].refers_to
        assert thing is not None, name
        if thing is Node:
            continue  # any id at all
        assert thing.noun is not Node.noun, name
        assert by_name(thing)["id"].defines, name


def test_an_id_names_its_own_thing_or_is_known_not_to() -> None:
    for name in sorted(name for name in HOLDERS if name.endswith(".id")):
        document = issubclass(FIELDS[name].model, tuple(DOCUMENT_TYPES.values())) or FIELDS[name].model.__name__ == "ContentDocument"
        assert FIELDS[name].defines is not (name in SPEAKS_OF or document), name


def test_what_may_be_words_says_so() -> None:
    """The description tells the reader, but for the two organs that usually stand outside the agreement."""
    loose = {name for name, key in FIELDS.items() if key.or_words}
    told = {name for name, key in FIELDS.items() if "ett id eller ord" in key.description}
    assert told <= loose
    assert loose - told == {"Leadership.organ", "OwnPlan.organ"}


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("titel", Kind.LINE), ("syfte", Kind.TEXT), ("id", Kind.ID), ("ägare", Kind.REFERENCE), ("mätvärden.datum", Kind.DATE), ("datum", Kind.DAY), ("period.från", Kind.START),
        ("period.till", Kind.END), ("period.längd", Kind.DURATION), ("mätvärden.värde", Kind.NUMBER), ("problem.prioritet", Kind.INTEGER),
        ("mätvärden.svar", Kind.COUNT), ("pågående_steg", Kind.STEP), ("påhittat", Kind.YES_NO), ("mål.typ", Kind.CHOICE),
        ("revidering.per", Kind.EVERY), ("parter.kommunkod", Kind.MUNICIPALITY_CODE), ("samverkan", Kind.VERSION), ("ersätter.webbadress", Kind.WEB_ADDRESS),
        ("mätvärden.uppdelning", Kind.TABLE), ("åtgärder", Kind.NODE), ("mål.indikator", Kind.NODE), ("uppföljning.till", Kind.REFERENCE),
    ],
)  # fmt: skip
def test_the_kind_of_a_key(row: str, kind: Kind) -> None:
    key = key_at(Agreement, *row.split("."))
    assert key is not None
    assert key.kind is kind


def test_every_kind_is_met_somewhere() -> None:
    assert {key.kind for key in FIELDS.values()} == set(Kind)


def test_a_list_a_table_and_a_choice() -> None:
    goals, split, kind = (key_at(Agreement, *row.split(".")) for row in ("mål", "mätvärden.uppdelning", "mål.typ"))
    assert goals is not None and goals.many and goals.below is Goal
    assert split is not None and not split.many and split.cell is Kind.NUMBER and split.below is None
    assert kind is not None and kind.choices == ("effekt", "process", "produktion")


@pytest.mark.parametrize("row", ["målet", "mål.målet", "titel.mål", "mål.lydelse.mål"])
def test_where_no_key_is(row: str) -> None:
    assert key_at(Agreement, *row.split(".")) is None


def test_a_key_is_declared_by_one_class() -> None:
    assert keys_of(Agreement)["mål"].model is ContentDocument
    assert keys_of(Agreement)["parter"].model is Agreement


def test_a_reference_to_a_class_that_does_not_exist() -> None:
    class Odd(Node):
        """A model with a slip."""

        other: Id | None = field("annan", "Något annat.", refers_to="Gaol")

    with pytest.raises(LookupError, match="Gaol"):
        keys_of(Odd)


@pytest.mark.parametrize(("thing", "words"), [(Goal, "ett mål"), (Action, "en åtgärd"), (Party, "en part"), (Pledge, "ett löfte")])
def test_an_indefinite_noun(thing: type[Node], words: str) -> None:
    assert thing.noun.indefinite == words


def test_every_key_has_a_word_for_running_text() -> None:
    """The definite form: målnivån, sista dagen, kommunens lägesbild."""
    for name, key in FIELDS.items():
        words = key.definite
        assert words, name
        assert words == words.strip(" ."), name
        assert "_" not in words, name
        assert words.split()[0] in ("den", "det", "de") or words.split()[0].endswith(("n", "t", "a", "s", "om")), name


def test_what_comes_after_the_signing_is_not_sealed() -> None:
    open_keys = {key.key for model in MODELS.values() for key in keys_of(model).values() if not key.sealed}
    assert {"underskrifter", "utfall", "mätvärden", "slutsatser", "beslut", "återkopplat", "kommunicerat", "pågående_steg"} <= open_keys
    assert {"undantag", "senast_gjord", "avslutad", "kontakter"} <= open_keys
    assert open_keys.isdisjoint({"parter", "mål", "åtgärder", "löften", "period", "bilagor", "titel", "datum", "vad", "vem", "målnivå"})


def _stem(name: str) -> str:
    """A name without the difference between one and many."""
    return {"bodies": "body", "time": "time"}.get(name, name.removesuffix("s"))


def test_one_swedish_key_has_one_english_name() -> None:
    english = defaultdict(set)
    for key in FIELDS.values():
        english[key.key].add(_stem(key.name))
    assert {word: names for word, names in english.items() if len(names) > 1} == SWEDISH_APART


def test_one_english_name_has_one_swedish_key() -> None:
    swedish = defaultdict(set)
    for key in FIELDS.values():
        swedish[key.name].add(key.key)
    assert {name: keys for name, keys in swedish.items() if len(keys) > 1} == ENGLISH_APART


def test_every_key_is_explained() -> None:
    for name, key in FIELDS.items():
        assert key.key and key.description, name
        assert key.description.endswith((".", "…")), f"{name}: a description is a sentence"
        if key.below is None and key.key != "namn":
            assert key.example is not None, f"{name}: a single value shows an example"


def test_every_model_is_documented() -> None:
    assert [name for name, model in MODELS.items() if not inspect.getdoc(model)] == []
