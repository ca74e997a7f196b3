"""``short``: one line a finding, as compilers write them."""

import re
from typing import TextIO

from samverkan_cli.checking.report import Report
from samverkan_cli.reporters.words import More, few, open_findings
from samverkan_cli.text.sanitize import one_line

SIGNATURE = re.compile(r"\A[^\n]+:\d+:\d+: (?:fel|varning|upplysning) [A-Z]{2,3}\d\d ")
"""How a file of this format is known as ours."""


def write(report: Report, out: TextIO) -> None:
    """Write ``file:line:column: level CODE message`` for everything that is not suppressed."""
    for found in few(open_findings(report)):
        if isinstance(found, More):
            out.write(f"{found.words}\n")
            continue
        place = f"{one_line(found.file)}:{found.span.line}:{found.span.column}"
        out.write(f"{place}: {found.level.swedish} {found.code} {one_line(found.message)}\n")
