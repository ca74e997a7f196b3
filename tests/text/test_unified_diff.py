"""A diff that git can apply, of texts with any lines, and in time that follows their length."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.text.unified_diff import unified_diff
from support.operations import calls_in

pytestmark = pytest.mark.property

TEXTS = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=30).flatmap(
    lambda lines: st.sampled_from(["\n".join(lines), "\n".join(lines) + "\n"])
)


def applied(old: str, diff: list[str]) -> str:
    """The old text with the diff applied, strictly: each line that the diff speaks of must be there."""
    lines = old.splitlines(keepends=True)
    out: list[str] = []
    place = 0
    for row, line in enumerate(diff[2:], 2):
        text = line[1:] + ("" if diff[row + 1 : row + 2] == ["\\ No newline at end of file"] else "\n")
        if line.startswith("@@"):
            first, _, number = line.split()[1][1:].partition(",")
            start = int(first) - (number != "0")
            assert start >= place
            out += lines[place:start]
            place = start
        elif line[0] in " -":
            assert lines[place] == text
            place += 1
            out += [text] if line[0] == " " else []
        elif line[0] == "+":
            out.append(text)
    return "".join([*out, *lines[place:]])


@given(TEXTS, TEXTS)
def test_the_diff_makes_one_text_into_the_other(old: str, new: str) -> None:
    diff = list(unified_diff(old, new, "fil"))
    assert bool(diff) == (old != new)
    assert (applied(old, diff) if diff else old) == new


def test_a_line_written_over_is_all_that_changes() -> None:
    rows = [f"rad {number}" for number in range(20)]
    old, new = "\n".join(rows) + "\n", "\n".join([*rows[:9], "ny", *rows[10:]]) + "\n"
    assert list(unified_diff(old, new, "f")) == [
        "--- a/f", "+++ b/f", "@@ -7,7 +7,7 @@", " rad 6", " rad 7", " rad 8", "-rad 9", "+ny", " rad 10", " rad 11", " rad 12",
    ]  # fmt: skip


def test_git_takes_it(tmp_path: Path) -> None:
    old = "".join(f"titel: En\nrad {number}\nnamn: Område\n    namn: Område\n" for number in range(40)) + "slut"
    new = old.replace("    namn: Område\n", "").replace("rad 7\n", "rad sju\nrad till\n") + "\n"
    file = tmp_path / "fil.yaml"
    file.write_text(old, encoding="utf-8")
    diff = "".join(f"{line}\n" for line in unified_diff(old, new, "fil.yaml"))
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), check=True)
    assert file.read_text(encoding="utf-8") == new


@pytest.mark.parametrize("line", ["  - {id: F{0}, namn: Område}", "titel: En", "namn: {0}"])
def test_ten_times_as_many_rows_take_ten_times_as_long(line: str) -> None:
    def diff(number: int) -> None:
        old = "".join(line.replace("{0}", str(one)) + "\ndubbelt\ndubbelt\n" for one in range(number))
        list(unified_diff(old, old.replace("dubbelt\ndubbelt\n", "dubbelt\n"), "f"))

    few, more = calls_in(lambda: diff(100)), calls_in(lambda: diff(1000))
    assert more <= 11 * few
