"""The block that a finding shows can be pasted below the line it points at, and the finding is then another or gone."""

from pathlib import Path

import pytest

from samverkan_cli.api import Options
from samverkan_cli.checking.rule import rules
from support.fragments import judge, parse

BAD = [(code, index, text) for code, rule in rules().items() for index, text in enumerate(rule.page.bad)]
ELSEWHERE = {"SK06", "KED04", "KED11", "LAG09"}
"""Rules that point at one section, and show a block that belongs in another section."""


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, _, text in BAD], ids=[f"{code}-{index}" for code, index, _ in BAD])
def test_the_block_fits_below_its_line(code: str, text: str, tmp_path: Path) -> None:
    fragment = parse(text)
    for found in judge(fragment, tmp_path / "före", Options(select=(code,))).diagnostics:
        row = fragment.files[found.file].splitlines()[found.span.line - 1]
        if not found.suggestion or code in ELSEWHERE or row.rstrip().endswith(("}", "]")) or not found.suggestion.splitlines()[-1].strip():
            continue
        folder = tmp_path / f"efter-{found.span.line}"
        judge(fragment, folder, Options(select=(code,)))
        rows = fragment.files[found.file].splitlines()
        if row.strip() == f"{found.suggestion.partition(':')[0].strip()}:":
            # An empty key is filled by the block that begins with it.
            del rows[found.span.line - 1]
        rows[found.span.line : found.span.line] = found.suggestion.replace("[…]", "[O9, O8]").replace("…", "x").splitlines()
        again = parse("\n".join(rows[3:]) if found.file == "agreement.yaml" else text)
        again.files[found.file] = "\n".join(rows) + "\n"
        after = judge(again, folder, Options(select=(code, "FIL0")))
        faults = [one.message for one in after.diagnostics if one.code in ("FIL02", "FIL03", "FIL04", "FIL05")]
        assert faults == [], again.files[found.file]
        assert (found.message, found.file) not in {(one.message, one.file) for one in after.diagnostics}
