"""Templates: the own folder first, in a sandbox, and every error with file, line and what was missing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.templates import environment, render, source


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """A folder ``mallar`` with these files."""

    def make(**files: str) -> Path:
        own = tmp_path / "mallar"
        own.mkdir(exist_ok=True)
        for name, text in files.items():
            (own / f"{name}.md.jinja").write_text(text, encoding="utf-8")
        return own

    return make


WRONG = {
    "{{ a }}\n{{ finns_inte }}": "mallar/x.md.jinja:2: ”finns_inte” finns inte",
    "\n\n{{ a.b }}": "mallar/x.md.jinja:3: ”b” finns inte i dict",
    "{% if finns_inte %}{% endif %}": "mallar/x.md.jinja:1: ”finns_inte” finns inte",
    "\n{% if a %}": "mallar/x.md.jinja:2: mallen går inte att läsa: ”if” avslutas aldrig",
    "{% slut %}": "mallar/x.md.jinja:1: mallen går inte att läsa: taggen ”slut” finns inte eller står på fel plats",
    "{{ a|stort }}": "mallar/x.md.jinja:1: mallen går inte att läsa: filtret ”stort” finns inte",
    "\n{% include 'borta.md.jinja' %}": "mallar/x.md.jinja:2: mallen ”borta.md.jinja” finns inte",
    "{% include '../utanför.md.jinja' %}": "mallar/x.md.jinja:1: mallen ”../utanför.md.jinja” finns inte",
    "{% include '/etc/hostname' %}": "mallar/x.md.jinja:1: mallen ”/etc/hostname” finns inte",
    "\n{{ 1 + 'a' }}": "mallar/x.md.jinja:2: mallen går inte att köra (TypeError:",
    "{{ 1 / 0 }}": "mallar/x.md.jinja:1: mallen går inte att köra (ZeroDivisionError:",
    "{% include 'x.md.jinja' %}": "mallar/x.md.jinja:1: mallen går för djupt",
    # The sandbox: no way to Python, none to what is not the template's, and no sums that never end.
    "{{ ''.__class__.__mro__ }}": "mallar/x.md.jinja:1: ”__class__” är inte tillåtet i en mall",
    "{{ ''['__class__'] }}": "mallar/x.md.jinja:1: ”__class__” är inte tillåtet i en mall",
    "{{ ''|attr('__class__') }}": "mallar/x.md.jinja:1: ”__class__” är inte tillåtet i en mall",
    "{{ '{0.__class__}'.format(a) }}": "mallar/x.md.jinja:1: ”__class__” är inte tillåtet i en mall",
    "{{ cycler.__init__.__globals__ }}": "mallar/x.md.jinja:1: ”__init__” är inte tillåtet i en mall",
    "{{ a.update({}) }}": "mallar/x.md.jinja:1: ”update” är inte tillåtet i en mall",
    "{{ [].append(1) }}": "mallar/x.md.jinja:1: ”append” är inte tillåtet i en mall",
    "{{ 'a' * 10000000000 }}": "mallar/x.md.jinja:1: räknesättet * används bara för tal",
    "{{ 9 ** 9 ** 9 }}": "mallar/x.md.jinja:1: räknesättet ** används bara för tal",
    "{% for i in range(10000000) %}{% endfor %}": "mallar/x.md.jinja:1: mallen går inte att köra (OverflowError:",
    # What would differ between two runs.
    "{{ lipsum() }}": "mallar/x.md.jinja:1: ”lipsum” finns inte",
    "{{ [1, 2]|random }}": "mallar/x.md.jinja:1: mallen går inte att läsa: filtret ”random” finns inte",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items())
def test_every_error_names_file_line_and_what_was_missing(folder: Callable[..., Path], text: str, message: str) -> None:
    with pytest.raises(SamverkanError) as caught:
        render(environment(folder(x=text)), "x.md.jinja", a={})
    assert caught.value.message.startswith(message)
    assert caught.value.help


def test_an_error_in_an_included_template_is_placed_there(folder: Callable[..., Path]) -> None:
    own = folder(x="{% include 'y.md.jinja' %}", y="\n\n\n{{ borta }}")
    with pytest.raises(SamverkanError, match=r"mallar/y\.md\.jinja:4: ”borta” finns inte"):
        render(environment(own), "x.md.jinja")


def test_a_link_out_of_the_own_folder_is_not_followed(folder: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "hemligt.txt").write_text("hemligt", encoding="utf-8")
    own = folder(x="{% include 'y.md.jinja' %}")
    (own / "y.md.jinja").symlink_to(tmp_path / "hemligt.txt")
    with pytest.raises(SamverkanError, match=r"mallar/y\.md\.jinja är en länk ut ur mappen med mallar"):
        render(environment(own), "x.md.jinja")


def test_a_file_that_is_not_utf8_is_named(folder: Callable[..., Path]) -> None:
    own = folder()
    (own / "x.md.jinja").write_bytes("åäö".encode("latin-1"))
    with pytest.raises(SamverkanError, match=r"mallar/x\.md\.jinja: filen är inte skriven i UTF-8"):
        render(environment(own), "x.md.jinja")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SamverkanError, match="mappen borta med egna mallar finns inte"):
        environment(tmp_path / "borta")


def test_the_own_folder_is_searched_before_the_shipped_one(folder: Callable[..., Path]) -> None:
    own = folder()
    shipped, text = source(environment(own), "stil.css")
    assert shipped == "samverkan/mallar/stil.css" and "--accent" in text
    (own / "stil.css").write_text("body { color: black; }", encoding="utf-8")
    assert source(environment(own), "stil.css") == ("mallar/stil.css", "body { color: black; }")


def test_values_are_finalized_in_markdown_and_escaped_in_html(folder: Callable[..., Path]) -> None:
    own = folder(x="# {{ a }}")
    (own / "x.html.jinja").write_text("<p>{{ a }}</p>", encoding="utf-8")
    env = environment(own, lambda value: f"«{value}»")
    assert render(env, "x.md.jinja", a="<b>") == "# «<b>»"
    assert render(env, "x.html.jinja", a="<b>") == "<p>&lt;b&gt;</p>"
