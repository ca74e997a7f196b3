"""Templates that somebody has put in a repository: outside it, endless, or huge. Nothing is read outside, and everything comes to an end."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.templates import environment, render
from support import bounded, inside, need
from support.packages import ROOT

TOO_MUCH = "mallen gör för mycket"
WIDE = "tar inga"
DOUBLED = "{% set n = namespace(x='0123456789' OR) %}{% for i in range(200) %}{% set n.x = EXPR %}{% endfor %}"


def doubled(expression: str, first: str = "") -> str:
    return DOUBLED.replace("EXPR", expression).replace(" OR", first)


HUGE = {
    # Without end, or so long that nobody waits.
    "loops in loops": ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", TOO_MUCH),
    "loops over a list": (
        "{% set r = range(3000)|list %}{% for a in r %}{% for b in r %}{% for c in r %}{% endfor %}{% endfor %}{% endfor %}",
        TOO_MUCH,
    ),
    "loops that print nothing of what they go over": ("{% for a in range(99999) if a == -1 %}{% endfor %}" * 300, TOO_MUCH),
    "a filter that goes over much": ("{% for a in range(99999) %}{% set b = range(99999)|sum %}{% endfor %}", TOO_MUCH),
    "a look in a long list": (
        "{% set r = range(90000)|list %}{% for a in range(99999) %}{% if -1 in r %}{% endif %}{% endfor %}",
        TOO_MUCH,
    ),
    "a test of what is in a long list": (
        "{% set r = range(90000)|list %}{% for a in range(99999) %}{% if -1 is in r %}{% endif %}{% endfor %}",
        TOO_MUCH,
    ),
    "a choice of what is in a long list": (
        "{% set r = range(9000)|list %}{% set b = r|select('in', r|reverse|list)|list %}{% set b = r|reject('in', r)|list %}" * 9,
        TOO_MUCH,
    ),
    "signs off a long text": (
        doubled("n.x ~ n.x").replace("range(200)", "range(16)")
        + "{% for a in range(999) %}{% set b = n.x|trim('x' * 1 ~ n.x[1:]) %}{% endfor %}".replace("'x' * 1", "'x'"),
        TOO_MUCH,
    ),
    "signs off a long text by a method": (
        doubled("n.x ~ n.x").replace("range(200)", "range(16)") + "{% for a in range(999) %}{% set b = n.x.strip(n.x[1:]) %}{% endfor %}",
        TOO_MUCH,
    ),
    "sought from the end": (
        doubled("n.x ~ n.x").replace("range(200)", "range(16)")
        + "{% for a in range(999) %}{% set b = n.x.rfind('x' ~ n.x[9:]) %}{% endfor %}",
        TOO_MUCH,
    ),
    "templates that are not there": (
        "{% set r = range(9000)|map('string')|list %}{% for a in range(9999) %}{% include r ignore missing %}{% endfor %}",
        TOO_MUCH,
    ),
    "a comparison of long texts": (
        doubled("n.x ~ n.x") + "{% for a in range(99999) %}{% if n.x == n.x ~ '' %}{% endif %}{% endfor %}",
        TOO_MUCH,
    ),
    "a slice": ("{% set r = range(90000)|list %}{% for a in range(99999) %}{% set b = r[1:] %}{% endfor %}", TOO_MUCH),
    "a sort": ("{% for a in range(99999) %}{% set b = range(99999)|sort %}{% endfor %}", TOO_MUCH),
    "a macro that calls itself": ("{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}", "mallen går för djupt"),
    "a macro that calls itself twice": (
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
        TOO_MUCH,
    ),
    "a block that calls itself twice": (
        "{% block a %}{% if n %}{% set n = n - 1 %}{% endif %}{{ self.a() }}{{ self.a() }}{% endblock %}",
        "",
    ),
    "a call that calls itself": (
        "{% macro f() %}{{ caller() }}{% endmacro %}{% macro g(n) %}{% if n %}{% call f() %}{{ g(n - 1) }}{{ g(n - 1) }}{% endcall %}{% endif %}{% endmacro %}{{ g(50) }}",
        TOO_MUCH,
    ),
    "a template that includes itself": ("{% include 'x.md.jinja' %}", "mallen går för djupt"),
    "a template that includes itself twice": (
        "{% set n = (n|default(60)) - 1 %}{% if n > 0 %}{% include 'x.md.jinja' %}{% include 'x.md.jinja' %}{% endif %}",
        TOO_MUCH,
    ),
    "a shipped template many times": (
        "{% set x = {'boxes': range} %}{% set keys = 90000 %}{% for a in range(999) %}{% include 'avsnitt/rutor.md.jinja' %}{% endfor %}",
        "finns inte",
    ),
    "a loop that goes into itself": ("{% for a in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}", "recursive"),
    # So large that the memory is not enough.
    "a width": ("{{ '%0999999999d'|format(1) }}", WIDE),
    "a width that is an argument": ("{{ '%*d'|format(999999999, 1) }}", WIDE),
    "a width with the operator": ("{{ '%0999999999d' % 1 }}", WIDE),
    "decimals": ("{{ '%.999999999f'|format(1) }}", WIDE),
    "a width in braces": ("{{ '{:0999999999d}'.format(1) }}", WIDE),
    "a width in braces in braces": ("{{ '{:{}}'.format(1, 999999999) }}", WIDE),
    "a width in a map": ("{{ '{a:999999999}'.format_map({'a': 1}) }}", WIDE),
    "a width by attribute": ("{{ ('{:999999999}'|attr('format'))(1) }}", WIDE),
    "filled out": ("{{ 'x'|center(999999999) }}", WIDE),
    "filled out by a method": ("{{ 'x'.ljust(999999999) }}", WIDE),
    "filled out with zeros": ("{{ 'x'.zfill(999999999) }}", WIDE),
    "filled out by tabs": ("{{ '\t'.expandtabs(999999999) }}", "inte tillåtet"),
    "translated": ("{{ 'x'.translate({120: 'y'}) }}", "inte tillåtet"),
    "indented": ("{{ 'x\ny'|indent(999999999) }}", WIDE),
    "rounded": ("{{ 1.5|round(999999999, 'floor') }}", WIDE),
    "batched": ("{{ [1]|batch(999999999, 0)|list }}", WIDE),
    "times": ("{{ 'x' * 999999999 }}", "bara för tal"),
    "times, a list": ("{{ [1] * 999999999 }}", "bara för tal"),
    "times, numbers": ("{% set n = namespace(x=9) %}{% for i in range(9999) %}{% set n.x = n.x * n.x %}{% endfor %}", "talet är för stort"),
    "plus, numbers": ("{% set n = namespace(x=9) %}{% for i in range(99999) %}{% set n.x = n.x + n.x %}{% endfor %}", "talet är för stort"),
    "doubled with a tilde": (doubled("n.x ~ n.x"), TOO_MUCH),
    "doubled with plus": (doubled("n.x + n.x"), TOO_MUCH),
    "doubled with a list": (doubled("n.x + n.x", "|list"), TOO_MUCH),
    "doubled with replace": (doubled("n.x|replace('0', n.x)"), TOO_MUCH),
    "doubled with a method": (doubled("n.x.replace('', n.x)"), TOO_MUCH),
    "doubled with join": (doubled("[n.x, n.x]|join(n.x)"), TOO_MUCH),
    "joined with a long text": (
        doubled("n.x ~ n.x").replace("range(200)", "range(16)") + "{% set b = range(99999)|map('string')|join(n.x) %}",
        TOO_MUCH,
    ),
    "joined with a long text by a method": (
        doubled("n.x ~ n.x").replace("range(200)", "range(16)") + "{% set b = n.x.join(range(99999)|map('string')) %}",
        TOO_MUCH,
    ),
    "doubled with a method that joins": (doubled("n.x.join([n.x, n.x])"), TOO_MUCH),
    "doubled with format": (doubled("'%s%s'|format(n.x, n.x)"), TOO_MUCH),
    "doubled with the operator": (doubled("'%s%s' % (n.x, n.x)"), TOO_MUCH),
    "doubled with braces": (doubled("'{0}{0}'.format(n.x)"), TOO_MUCH),
    "doubled with escape": (doubled("(n.x ~ '&')|e|string"), TOO_MUCH),
    "doubled with a block": (
        "{% set n = namespace(x='0123456789') %}{% for i in range(99) %}{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}{% endfor %}",
        TOO_MUCH,
    ),
    "doubled with a macro": ("{% macro f(x) %}{{ x }}{{ x }}{% endmacro %}" + doubled("f(n.x)"), TOO_MUCH),
    "a list that holds itself twice": (doubled("[n.x, n.x]") + "{{ n.x }}", TOO_MUCH),
    "a list that holds itself twice, as text": (doubled("[n.x, n.x]") + "{{ n.x|string }}", TOO_MUCH),
    "lists that hold themselves twice, compared": (doubled("[n.x, n.x]") + "{{ n.x == n.x }}", TOO_MUCH),
    "a sum of lists": ("{{ [[1], [2]]|sum(start=[]) }}", "räknar bara tal"),
    "much text many times": ("{% for a in range(99999) %}" + "abc " * 40_000 + "{% endfor %}", TOO_MUCH),
    "much text many times, in a block": ("{% set y %}{% for a in range(99999) %}" + "abc " * 40_000 + "{% endfor %}{% endset %}", TOO_MUCH),
    "a literal many times": (
        "{% set n = namespace(x=[]) %}{% for a in range(99999) %}{% set n.x = [n.x, [" + "[]," * 30_000 + "]] %}{% endfor %}",
        TOO_MUCH,
    ),
    "Markdown many times": ("{% for a in range(99999) %}{{ (a|string ~ ' *x*')|cell }}{% endfor %}", TOO_MUCH),
    "many pages in one": ("{% for a in range(99999) %}{{ 'ord och ord och ord' }}{% endfor %}", "sidan blir för lång"),
    "deep": ("(" * 100_000, ""),
    "deep in an expression": ("{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}", ""),
    "deep in lists": ("{{ " + "[" * 20_000 + "]" * 20_000 + " }}", ""),
    "deep in statements": ("{% if 1 %}" * 18_000, ""),
    "a large file": ("x" * 300_000, "filen är för stor"),
    # What is not needed, and can be had to take long.
    "tags stripped": ("{{ '<!---->'|striptags }}", "finns inte"),
    "as data": ("{{ [1]|tojson(indent=999999999) }}", "finns inte"),
    "links found": ("{{ 'x'|urlize }}", "finns inte"),
    "wrapped": ("{{ 'x'|wordwrap(1) }}", "finns inte"),
}
MAY_PASS = ("deep",)
"""What is only text."""

SCRIPT = """
import json, resource, sys, time
from pathlib import Path
from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render.pages import cell, printed
from samverkan_cli.printing.render.templates import environment, render

for name, text in json.load(open(sys.argv[1], encoding="utf-8")).items():
    own = Path(sys.argv[2])
    (own / "x.md.jinja").write_text(text, encoding="utf-8")
    before = time.process_time()
    try:
        said = "passed: " + render(environment(own, printed, {"cell": cell}), "x.md.jinja", boxes=[])[:50]
    except SamverkanError as error:
        said = error.message
    except Exception as error:
        said = f"raised: {type(error).__name__} {error}"
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"name": name, "said": said, "seconds": time.process_time() - before, "megabytes": memory}), flush=True)
"""


PARTS = 4
"""How many processes share them, so that the tests can run at once; each template is tried in one."""


@pytest.mark.parametrize("part", range(PARTS))
def test_templates_without_end_or_measure(part: int, tmp_path: Path) -> None:
    """Each comes to an end with its answer, in little time and memory."""
    asked = {name: text for name, (text, _) in list(HUGE.items())[part::PARTS]}
    (tmp_path / "mallar").mkdir()
    (tmp_path / "alla.json").write_text(json.dumps(asked), encoding="utf-8")
    done = bounded.command(sys.executable, "-c", SCRIPT, str(tmp_path / "alla.json"), str(tmp_path / "mallar"), folder=tmp_path)
    went = [json.loads(row) for row in done.stdout.splitlines()]
    assert [one["name"] for one in went] == list(asked), f"it never came to an end, after {went[-1:]}"
    assert [one for one in went if one["seconds"] >= bounded.SECONDS or one["megabytes"] >= bounded.MEGABYTES] == []
    assert [one for one in went if one["name"] not in MAY_PASS and not one["said"].startswith("mallar/x.md.jinja")] == []
    assert [one for one in went if HUGE[one["name"]][1] not in one["said"]] == []


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An agreement that has templates of its own, in a repository, and a secret beside that."""
    shutil.copytree(ROOT / "examples" / "huddinge-steg-3", tmp_path / "förvar" / "arbete")
    (tmp_path / "förvar" / ".git").mkdir()
    (tmp_path / "förvar" / "arbete" / "mallar").mkdir()
    (tmp_path / "hemligt").mkdir()
    for name in ("index.md.jinja", "stil.css", "paket.typ", "hemligt.txt"):
        (tmp_path / "hemligt" / name).write_text("# hemligt\n", encoding="utf-8")
    return tmp_path


def settings(place: Path, templates: str) -> None:
    (place / "förvar" / "arbete" / "samverkan.yaml").write_text(
        f"samverkan: 1\ntyp: inställningar\nmallar: {json.dumps(templates)}\n", encoding="utf-8"
    )


def refused(place: Path, *words: str, form: str = "html", command: str = "render", measured: bool = True) -> None:
    """The run is refused, says why, has written nothing and, where that is measured, has taken little."""
    more = ("--format", form) if command == "render" else ()
    start = bounded.run if measured else inside.run
    done = start(command, "arbete", "--today", "2018-11-01", *more, folder=place / "förvar")
    assert done.returncode == 2, (done.returncode, done.stdout, done.stderr)
    for word in words:
        assert word in done.stderr, done.stderr
    assert "Traceback" not in done.stderr and "ett fel i programmet" not in done.stderr
    if isinstance(done, bounded.Took):
        done.is_modest()
    assert not (place / "förvar" / "paket").exists()


OUTSIDE: dict[str, Callable[[Path], str]] = {
    "up": lambda _: "../../hemligt",
    "absolute": lambda place: str(place / "hemligt"),
    "absolute, and inside": lambda place: str(place / "förvar" / "arbete" / "mallar"),
    "by way of itself": lambda _: "mallar/../../../hemligt",
    "another drive": lambda _: "C:\\mallar",
    "up, with the other sign": lambda _: "..\\..\\hemligt",
}


@pytest.mark.parametrize("command", ["render", "check"])
@pytest.mark.parametrize("name", OUTSIDE)
def test_a_folder_of_templates_outside_the_repository(name: str, command: str, place: Path) -> None:
    settings(place, OUTSIDE[name](place))
    refused(place, "arbete/samverkan.yaml:3:9: mappen med mallar", "leder ut ur förvaret", command=command, measured=False)


def test_a_folder_of_templates_that_is_a_link_out(place: Path) -> None:
    (place / "förvar" / "arbete" / "mallar").rmdir()
    (place / "förvar" / "arbete" / "mallar").symlink_to(place / "hemligt")
    settings(place, "mallar")
    refused(place, "arbete/samverkan.yaml:3:9: mappen med mallar, mallar, leder ut ur förvaret", measured=False)


def test_a_folder_of_templates_elsewhere_in_the_repository(place: Path) -> None:
    (place / "förvar" / "gemensamt").mkdir()
    (place / "förvar" / "gemensamt" / "index.md.jinja").write_text("# Vårt eget\n", encoding="utf-8")
    settings(place, "../gemensamt")
    done = inside.run("render", "arbete", "--today", "2018-11-01", "--format", "markdown", folder=place / "förvar")
    assert done.returncode == 0, done.stderr
    assert "Vårt eget" in (place / "förvar" / "paket" / "markdown" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "form"), [("index.md.jinja", "html"), ("stil.css", "html"), ("paket.typ", "pdf")])
def test_a_template_that_is_a_link_out(name: str, form: str, place: Path) -> None:
    settings(place, "mallar")
    (place / "förvar" / "arbete" / "mallar" / name).symlink_to(place / "hemligt" / name)
    refused(place, f"mallar/{name} är en länk ut ur mappen med mallar", form=form, measured=False)


def test_a_template_that_includes_a_link_out(place: Path) -> None:
    settings(place, "mallar")
    own = place / "förvar" / "arbete" / "mallar"
    (own / "index.md.jinja").write_text("# x\n{% include 'hemligt.txt' %}\n", encoding="utf-8")
    (own / "hemligt.txt").symlink_to(place / "hemligt" / "hemligt.txt")
    refused(place, "mallar/hemligt.txt är en länk ut ur mappen med mallar", measured=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_template_that_is_a_pipe_is_not_waited_for(place: Path) -> None:
    settings(place, "mallar")
    os.mkfifo(place / "förvar" / "arbete" / "mallar" / "index.md.jinja")
    done = bounded.run("render", "arbete", "--today", "2018-11-01", folder=place / "förvar")
    assert done.returncode == 0, done.stderr


def test_an_endless_template_in_a_run(place: Path) -> None:
    settings(place, "mallar")
    own = place / "förvar" / "arbete" / "mallar"
    (own / "index.md.jinja").write_text("# x\n\n" + HUGE["loops in loops"][0], encoding="utf-8")
    refused(place, "mallar/index.md.jinja:3: mallen gör för mycket")


def test_a_shipped_template_that_is_called_with_something_odd_is_not_our_fault(place: Path) -> None:
    """A template that calls a shipped one with words of its own: what goes wrong is told of, and is no fault in the program."""
    settings(place, "mallar")
    own = place / "förvar" / "arbete" / "mallar"
    (own / "index.md.jinja").write_text("# x\n{% set v = 5 %}{% include 'dokument.md.jinja' %}\n", encoding="utf-8")
    refused(place, "mallar/index.md.jinja:2 (vidare i samverkan/mallar/dokument.md.jinja:", measured=False)


def test_a_page_may_be_large(tmp_path: Path) -> None:
    """Ten times as large as the largest of the examples."""
    own = tmp_path / "mallar"
    own.mkdir()
    (own / "x.md.jinja").write_text("{% for a in v %}\n- {{ a.b }} {{ a.c|upper }}\n{% endfor %}", encoding="utf-8")
    text = render(environment(own), "x.md.jinja", v=[{"b": "x" * 50, "c": "y" * 50}] * 4000)
    assert text.count("\n") == 4000


def test_the_style_sheet_may_hold_a_typeface(tmp_path: Path) -> None:
    from samverkan_cli.printing.render.templates import source

    own = tmp_path / "mallar"
    own.mkdir()
    (own / "stil.css").write_text("x" * 1_500_000, encoding="utf-8")
    assert len(source(environment(own), "stil.css")[1]) == 1_500_000
    (own / "stil.css").write_text("x" * 5_000_001, encoding="utf-8")
    with pytest.raises(SamverkanError, match=r"mallar/stil\.css: filen är för stor"):
        source(environment(own), "stil.css")


STYLES = {
    "a long list": ("#let x = range(1000000000)", "tar för mycket tid eller minne"),
    "a long text": ('#let x = "a" * 4000000000', "tar för mycket tid eller minne"),
    "a list that doubles": ("#let x = { let a = (1,); for i in range(40) { a = a + a }; a }", "tar för mycket tid eller minne"),
    "loops in loops": (
        "#let x = { let a = 0; for i in range(100000) { for j in range(100000) { a = a + 1 } }; a }",
        "tar för mycket tid eller minne",
    ),
    "a package from a server": ('#import "@preview/cetz:0.3.0"', "paket.typ, rad"),
    "a package of the user's own": ('#import "@local/x:1.0.0"', "paket.typ, rad"),
    "a file outside": ('#let x = read("/etc/passwd")', "paket.typ, rad"),
    "a file above": ('#let x = read("../../etc/passwd")', "paket.typ, rad"),
}


@pytest.mark.parametrize("name", STYLES)
def test_a_style_for_pdf_that_does_more_than_look_nice(name: str, place: Path) -> None:
    need.module("typst")
    settings(place, "mallar")
    more, words = STYLES[name]
    shipped = (ROOT / "templates" / "paket.typ").read_text(encoding="utf-8")
    (place / "förvar" / "arbete" / "mallar" / "paket.typ").write_text(f"{shipped}\n{more}\n", encoding="utf-8")
    refused(place, "paket.typ", words, form="pdf")


def test_a_style_for_pdf_of_somebodys_own(place: Path) -> None:
    """The same bytes as with ours, where it is the same."""
    need.module("typst")
    ours = inside.run("render", "arbete", "--today", "2018-11-01", "--format", "pdf", "--out", "a", folder=place / "förvar")
    settings(place, "mallar")
    shutil.copy(ROOT / "templates" / "paket.typ", place / "förvar" / "arbete" / "mallar")
    theirs = inside.run("render", "arbete", "--today", "2018-11-01", "--format", "pdf", "--out", "b", folder=place / "förvar")
    assert (ours.returncode, theirs.returncode) == (0, 0), theirs.stderr
    name = "pdf/huddinge-2019-steg-3.pdf"
    assert (place / "förvar" / "b" / name).stat().st_size == (place / "förvar" / "a" / name).stat().st_size
