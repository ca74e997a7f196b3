"""What may be written shorter is read into the one shape, with its places, and what is wrong in it is said where it stands."""

from typing import Any

import pytest

from samverkan_cli.models import Agreement
from samverkan_cli.models.action_plan import ActionPlan
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, key_at, keys_of, reachable
from samverkan_cli.validation.validate import build
from samverkan_cli.yaml.reader import read
from samverkan_cli.yaml.tree import Document
from support.packages import ROOT

HEAD = "samverkan: 1\ntyp: överenskommelse\n"


def agreement(rows: str) -> tuple[Any, Document]:
    model, document = build(read("prov.yaml", f"{HEAD}{rows}\n".encode()))
    assert isinstance(model, Agreement)
    return model, document


def read_as(rows: str, other: str) -> None:
    (short, first), (long, second) = agreement(rows), agreement(other)
    assert first.faults == second.faults == ()
    assert short.model_dump() == long.model_dump()


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("ersätter: {titel: Förra}", "ersätter: [{titel: Förra}]"),
        ("ersatt_av: {titel: Nästa}", "ersatt_av: [{titel: Nästa}]"),
        ("förlängning: {till: 2021-12-31}", "förlängning: [{till: 2021-12-31}]"),
        ("inledande_beslut: {part: kommun}", "inledande_beslut: [{part: kommun}]"),
        ("verkat_för: {vad: ett råd}", "verkat_för: [{vad: ett råd}]"),
        ("medborgardialoger: [{återkopplat: {kanal: brev}}]", "medborgardialoger: [{återkopplat: [{kanal: brev}]}]"),
        ("åtgärder: [{resurser: sex timmar}]", "åtgärder: [{resurser: [{detalj: sex timmar}]}]"),
        ("åtgärder: [{resurser: {timmar: 6}}]", "åtgärder: [{resurser: [{timmar: 6}]}]"),
        ("åtgärder: [{resurser: [en lokal, {timmar: 6}]}]", "åtgärder: [{resurser: [{detalj: en lokal}, {timmar: 6}]}]"),
        ("åtgärder: [{plats: [torget, {namn: parken}]}]", "åtgärder: [{plats: [{namn: torget}, {namn: parken}]}]"),
        ("samordningsfunktioner: [{tid: vid behov}]", "samordningsfunktioner: [{tid: {detalj: vid behov}}]"),
        (
            "samsyn: [{vem: {ansvarig: {grupp: råd, sammankallande: kommundirektören}}}]",
            "samsyn: [{vem: {ansvarig: {grupp: råd, sammankallande: {funktion: kommundirektören}}}}]",
        ),
    ],
)
def test_the_short_and_the_long_are_the_same(short: str, long: str) -> None:
    read_as(short, long)


def test_what_stands_alone_has_its_own_places() -> None:
    model, document = agreement("ersätter:\n  titel: Förra\n  datum: 2016-12-15")
    (reference,) = model.replaces
    assert document.span(reference.at("date").path).line == 5
    assert document.span(reference.at("title").path).line == 4
    assert document.indent(reference.at("file").path) == 2


def test_a_text_is_the_place_of_all_that_it_says() -> None:
    model, document = agreement("åtgärder:\n  - id: Å1\n    resurser: sex timmar")
    (resource,) = model.actions[0].resources
    span = document.span(resource.at("details").path)
    assert (span.line, span.column) == (5, 15)


@pytest.mark.parametrize(
    ("rows", "code", "line", "word"),
    [
        ("ersätter:\n  titel: [fel]", "FIL06", 4, "titel"),
        ("ersätter:\n  titul: Förra", "FIL05", 4, "titel"),
        ("ersätter: Förra", "FIL06", 3, "ersätter"),
        ("åtgärder:\n  - resurser: 5", "FIL06", 4, "resurser"),
        ("åtgärder:\n  - resurser:\n      timmar: många", "FIL06", 5, "timmar"),
        ("åtgärder:\n  - plats: torget", "FIL06", 4, "plats"),
        ("samordningsfunktioner:\n  - tid: [20]", "FIL06", 4, "tid"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(rows: str, code: str, line: int, word: str) -> None:
    document = agreement(rows)[1]
    assert document.faults
    assert {(fault.code, fault.span.line) for fault in document.faults} == {(code, line)}
    assert all(word in fault.message for fault in document.faults)


def test_a_single_mapping_may_stand_wherever_a_list_is_new() -> None:
    for row in ("ersätter", "ersatt_av", "förlängning", "åtgärder.resurser"):
        key = key_at(Agreement, *row.split("."))
        assert key is not None
        assert key.alone, row


def short() -> list[Key]:
    models: tuple[type[Node], ...] = (Agreement, *reachable(Agreement))
    return [key for model in models for key in keys_of(model).values() if key.words_as]


@pytest.mark.parametrize("key", short(), ids=lambda key: f"{key.model.__name__}.{key.key}")
def test_a_text_is_read_under_a_key_that_there_is(key: Key) -> None:
    assert key.below is not None
    assert key.words_as in keys_of(key.below)


def test_a_file_from_before_there_were_several() -> None:
    model, document = build(read("plan.yaml", (ROOT / "tests" / "data" / "older" / "en-för-flera" / "åtgärdsplan.yaml").read_bytes()))
    assert document.faults == ()
    assert isinstance(model, ActionPlan)
    (replaced,), (action,) = model.replaces, model.actions
    assert (replaced.title, str(replaced.date)) == ("Åtgärdsplan 2017–2018", "2016-12-15")
    assert [spot.name for spot in action.place] == ["stationen", "centrum"]
    assert [resource.details for resource in action.resources] == ["Sex timmar i veckan från vardera parten.\n\nEn lokal vid stationen."]
    assert str(model.extensions[0].end) == "2021-12-31"
    assert model.coordination_functions[0].time is not None
    assert model.coordination_functions[0].time.hours == 8
