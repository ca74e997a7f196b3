"""Which ids lead back to themselves."""

import pytest

from samverkan_cli.project.rings import rings


@pytest.mark.parametrize(
    ("onward", "found"),
    [
        ({}, []),
        ({"a": ["b"], "b": []}, []),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["elsewhere"]}, []),
        ({"a": ["a"]}, [["a"]]),
        ({"a": ["a", "a"], "b": ["a"]}, [["a"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b"]]),
        ({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a", "y"], "y": []}, [["a", "b", "c"]]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [["a", "b"], ["c", "d"]]),
        ({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"]}, [["a", "b"], ["c", "d"]]),
        ({"a": ["b"], "b": ["c", "a"], "c": ["a"]}, [["a", "b"]]),
    ],
)
def test_rings(onward: dict[str, list[str]], found: list[list[str]]) -> None:
    assert rings(onward) == found


def test_a_long_way_takes_no_time() -> None:
    chain = {str(number): [str(number + 1)] for number in range(20_000)}
    assert rings(chain | {"20000": []}) == []
    assert [len(ring) for ring in rings(chain | {"20000": ["0"]})] == [20_001]
    assert [len(ring) for ring in rings(chain | {"20000": ["20000"]})] == [1]
