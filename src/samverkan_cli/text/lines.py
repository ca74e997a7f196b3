"""Lines as editors and git count them: the only place that says where a line ends.

A line ends at a line feed, with or without a carriage return before it. A carriage return alone, U+0085, U+2028 and U+2029 end none,
though YAML says that they do: whoever looks for the line in an editor or on GitHub would not find it. Columns are code points.
"""

from bisect import bisect_right


def split_lines(text: str) -> list[str]:
    """The text's lines without their ends; a last end is followed by an empty line."""
    return text.replace("\r\n", "\n").split("\n")


def line_starts(text: str) -> list[int]:
    """Where each line begins: the index of its first character."""
    starts = [0]
    end = text.find("\n")
    while end >= 0:
        starts.append(end + 1)
        end = text.find("\n", end + 1)
    return starts


def line_and_column(starts: list[int], index: int) -> tuple[int, int]:
    """The line and the column of an index, both from zero, in a text whose lines begin at ``starts``."""
    line = bisect_right(starts, index) - 1
    return line, index - starts[line]
