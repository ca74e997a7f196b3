"""``short``: one line a finding, as compilers write them."""

from typing import TextIO

from samverkan_cli.checking.report import Report
from samverkan_cli.text.sanitize import one_line


def write(report: Report, out: TextIO) -> None:
    """Write ``file:line:column: level CODE message`` for everything that is not suppressed."""
    for found in report.diagnostics:
        if found.suppressed is None:
            out.write(
                f"{one_line(found.file)}:{found.span.line}:{found.span.column}: {found.level.swedish} {found.code} {one_line(found.message)}\n"
            )
