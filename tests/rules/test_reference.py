"""What the printed reference says of points and rules is what they do: step, level, pack, and which other points a rule serves."""

from samverkan_cli.checking.page import facts, heading
from samverkan_cli.checking.rule import packs, rules
from support.packages import ROOT

REFERENCE = (ROOT / "docs" / "regler.md").read_text(encoding="utf-8").splitlines()
CROSSWALK = (ROOT / "docs" / "korsreferens.md").read_text(encoding="utf-8").splitlines()


def test_every_rule_is_as_the_reference_has_it() -> None:
    for rule in rules().values():
        start = REFERENCE.index(f"### {heading(rule)}")
        assert REFERENCE[start + 2] == f"**{rule.page.title}.**"
        line = REFERENCE[start + 4]
        assert line == f"N{facts(rule)[1:]}."


def test_every_point_has_the_step_that_the_reference_says() -> None:
    for pack, _ in packs():
        for point in pack.points:
            assert f"| {point.code} | {point.title} | {point.step} |" in REFERENCE, point.code


def test_a_rule_and_its_point_are_due_in_the_same_step() -> None:
    """Otherwise a point is called missing before anybody is told, or the other way round."""
    points = {point.code: point.step for pack, _ in packs() for point in pack.points}
    differing = [code for code, rule in rules().items() if code in points and rule.step != points[code]]
    assert differing == []


def test_the_crosswalk_shows_every_point_that_a_rule_serves() -> None:
    for rule in rules().values():
        for code in rule.also_serves:
            assert any(line.startswith(f"| {heading(rule)} ") and f" {code} " in line for line in CROSSWALK), (rule.code, code)


def test_the_points_that_other_rules_judge() -> None:
    """As the crosswalk prints them: the law's 11 § and the handbook's done-when lists are judged by the checklist's rules."""
    for pack, _ in packs():
        for point in pack.points:
            for code in point.judged_by:
                rows = [line for line in CROSSWALK if line.startswith(f"| {heading(rules()[code])} ")]
                assert any(f" {point.code} " in line for line in rows), (point.code, code)
