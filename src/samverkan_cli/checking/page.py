"""A rule's page as text: the same in ``explain``, in the reference and in other tools' help."""

from __future__ import annotations

import textwrap
from functools import cache

from samverkan_cli.checking.report import RuleReport
from samverkan_cli.checking.rule import Rule, packs


@cache
def rule_report(rule: Rule, *, whole: bool = True) -> RuleReport:
    """What a report says of a rule: its name, pack and level; with ``whole`` its page too, which takes time to read."""
    if not whole:
        return RuleReport(rule.code, rule.name, rule.pack, rule.level, _is_printed(rule))
    page = rule.page
    return RuleReport(
        rule.code, rule.name, rule.pack, rule.level, _is_printed(rule), page.title, page.why, page_text(rule), page_markdown(rule)
    )


def _is_printed(rule: Rule) -> bool:
    return any(pack.name == rule.pack and pack.printed for pack, _ in packs())


def heading(rule: Rule) -> str:
    """``SK09 koppling-orsak-åtgärd``."""
    return f"{rule.code} {rule.name}"


def facts(rule: Rule) -> str:
    """Level, pack, step and the other points that the rule serves, in one line."""
    parts = [f"nivå {rule.level.swedish}", f"regelpaket {rule.pack}"]
    parts.append(f"hör till steg {rule.step}" if rule.step else "gäller i alla steg")
    points = {point.code: point.title for pack, _ in packs() for point in pack.points}
    if rule.also_serves:
        parts.append("bedömer också " + ", ".join(f"{code} {points.get(code, '')}".strip() for code in rule.also_serves))
    return " · ".join(parts)


def page_text(rule: Rule) -> str:
    """The page for a terminal."""
    page = rule.page
    parts = [f"{heading(rule)}\n{page.title}.\n{facts(rule)}", page.body]
    if rule.words:
        parts.append("\n".join(("Ord som känns igen:", *(f"    {words.name}: {words.listed}" for words in rule.words))))
    parts += [f"Godkänns:\n\n{textwrap.indent(text, '    ')}" for text in page.good]
    parts += [f"Underkänns (<- visar raden):\n\n{textwrap.indent(text, '    ')}" for text in page.bad]
    parts.append(f"Källa: {page.source}")
    return "\n\n".join(parts) + "\n"


def page_markdown(rule: Rule) -> str:
    """The page as Markdown, for tools that show it so."""
    page = rule.page
    parts = [f"# {heading(rule)}", f"{page.title}.", facts(rule), page.body]
    if rule.words:
        parts.append("\n".join(("Ord som känns igen:", "", *(f"- {words.name}: {words.listed}" for words in rule.words))))
    for title, examples in (("Godkänns", page.good), ("Underkänns", page.bad)):
        parts += [part for text in examples for part in (f"## {title}", f"```yaml\n{text}\n```")]
    parts.append(f"Källa: {page.source}")
    return "\n\n".join(parts) + "\n"
