"""An edit that the models have looked at: keys in their usual order, and nothing that is wrong afterwards and was not before."""

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.validation.edit import edited
from samverkan_cli.yaml.edit import Add, AnyChange, Set

TEXT = """\
samverkan: 1
typ: åtgärdsplan
åtgärder:
  - id: Å1
    vad: Vandring
    när:
      till: 2019-12-31
    uppföljning:
      - vad: Antal
"""


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (Set(("datum",), "2018-12-12"), "typ: åtgärdsplan\n", "typ: åtgärdsplan\ndatum: 2018-12-12\n"),
        (Set(("åtgärder", "Å1", "hur"), "Två och två"), "vad: Vandring\n", "vad: Vandring\n    hur: Två och två\n"),
        (Set(("åtgärder", 0, "hur"), "Två och två"), "vad: Vandring\n", "vad: Vandring\n    hur: Två och två\n"),
        (Set(("åtgärder", "Å1", "när", "detalj"), "kvällar"), "2019-12-31\n", "2019-12-31\n      detalj: kvällar\n"),
        (Set(("åtgärder", "Å1", "vem", "ansvarig"), {"aktör": "k"}), "vad: Vandring\n", "vad: Vandring\n    vem: {ansvarig: {aktör: k}}\n"),
        (Add(("åtgärder", "Å1", "möter_orsaker"), "O1"), "vad: Vandring\n", "vad: Vandring\n    möter_orsaker: [O1]\n"),
    ],
)
def test_a_key_stands_where_it_usually_does(change: AnyChange, before: str, after: str) -> None:
    assert edited("a.yaml", TEXT.encode(), [change]).decode() == TEXT.replace(before, after)


@pytest.mark.parametrize("change", [Set(("datum",), "2018-13-12"), Set(("färg",), "röd"), Add(("åtgärder",), "text")])
def test_what_the_models_refuse_is_not_written(change: AnyChange) -> None:
    with pytest.raises(SamverkanError, match=r"datum|färg|åtgärder"):
        edited("a.yaml", TEXT.encode(), [change])


def test_another_encoding_is_not_written_over() -> None:
    with pytest.raises(SamverkanError, match="UTF-8"):
        edited("a.yaml", TEXT.encode("cp1252"), [Set(("datum",), "2018-12-12")])


def test_what_was_wrong_before_stops_no_change() -> None:
    wrong = TEXT + "färg: röd\n"
    assert edited("a.yaml", wrong.encode(), [Set(("datum",), "2018-12-12")]).decode() == wrong.replace(
        "åtgärdsplan\n", "åtgärdsplan\ndatum: 2018-12-12\n"
    )
    with pytest.raises(SamverkanError, match="ton"):
        edited("a.yaml", wrong.encode(), [Set(("ton",), "blå")])
