"""Logos that somebody has put in a repository: cut, huge, of the wrong kind, or drawings that do more than draw."""

import base64
import random
import shutil
import struct
import sys
import zlib
from functools import cache
from pathlib import Path

import pytest

from samverkan_cli.project.pictures import LARGEST, MOST_PIXELS, PIXELS, examined
from support import bounded, inside, need
from support.packages import ROOT

DAY = ("--today", "2018-11-01")
FILE = "logotyper/kommun.svg"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" width="9" height="9">'


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@cache
def png(width: int, height: int, *, noise: bool = False, depth: int = 8) -> bytes:
    """A picture in one colour, or one that cannot be packed."""
    packed, noises = zlib.compressobj(), random.Random(0)
    row = b"\0" + bytes(width * 4 * depth // 8)
    body = b"".join(packed.compress(b"\0" + noises.randbytes(width * 4) if noise else row) for _ in range(height)) + packed.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def claims(width: int, height: int) -> bytes:
    """A picture that says that it is larger than it is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04\x00\x00" + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00\xff\xd9"


def svg(inside: str, head: str = HEAD, before: str = "") -> bytes:
    return f'{before}{head}{inside}<rect width="9" height="9"/></svg>'.encode()


def laughs() -> str:
    said = ["ha" * 50, *(f"&a{number};" * 10 for number in range(8))]
    entities = "".join(f'<!ENTITY a{number} "{words}">' for number, words in enumerate(said))
    return f"<!DOCTYPE svg [{entities}]>"


def nested(element: str, refer: str) -> str:
    """Each draws ten of the one before."""
    rows = [f'<{element} id="a0"><rect width="1" height="1"/></{element}>']
    rows += [f'<{element} id="a{n}">{refer.format(n - 1) * 10}</{element}>' for n in range(1, 12)]
    return f"<defs>{''.join(rows)}</defs>{refer.format(11)}"


def inner(data: bytes, kind: str = "png") -> str:
    return f'<image xlink:href="data:image/{kind};base64,{base64.b64encode(data).decode()}" width="9" height="9"/>'


CLASSES = "".join(f".c{number} {{ fill: url(#a{number}) }}" for number in range(12))
PATTERNS = "".join(f"<pattern id='a{n}'>" + f"<rect class='c{n - 1}'/>" * 10 + "</pattern>" for n in range(1, 12))
BY_CLASS = f"<style>{CLASSES}</style><defs><pattern id='a0'><rect/></pattern>{PATTERNS}</defs><rect class='c11'/>"

WRONG: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "är tom"),
    "a JPEG that is filled out": (b"\xff\xd8\xff" + b"\xff" * 4_900_000, "är trasig eller inte hel"),
    "text": (b"Logotypen kommer.\n", "är ingen bild"),
    "a web page": (b"<!DOCTYPE html><html><script>alert(1)</script></html>", "är ingen bild"),
    "a GIF": (b"GIF89a" + bytes(100), "är en GIF-bild"),
    "a WebP": (b"RIFF\0\0\0\0WEBPVP8 " + bytes(100), "är en WebP-bild"),
    "a PDF": (b"%PDF-1.7\n" + bytes(100), "är en PDF"),
    "what git-lfs has left": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "är inte hämtad"),
    "a picture that is cut": (png(300, 300, noise=True)[:-2000], "är trasig eller inte hel"),
    "a picture with a broken part": (png(9, 9).replace(b"IDAT", b"IDAX"), "är trasig eller inte hel"),
    "no pixels": (claims(0, 9), "är trasig eller inte hel"),
    "a JPEG that is cut": (jpeg(9, 9)[:-2], "är trasig eller inte hel"),
    "a JPEG that is nothing": (b"\xff\xd8\xff" + bytes(100), "är trasig eller inte hel"),
    "too many bytes": (png(9, 9) + bytes(LARGEST), "är större än 5 miljoner byte"),
    "four gigapixels": (claims(65_535, 65_535), "är för stor, 65535 × 65535 bildpunkter"),
    "four gigapixels, as JPEG": (jpeg(65_535, 65_535), "är för stor, 65535 × 65535 bildpunkter"),
    "a script": (svg("<script>alert(1)</script>"), "innehåller skript"),
    "a script under another name": (svg("<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>"), "innehåller skript"),
    "a script that is to be loaded": (svg("<g onload='alert(1)'/>"), "innehåller skript, onload"),
    "a script that is to be clicked": (svg("<a xlink:href=' java\nscript:alert(1)'><rect/></a>"), "innehåller skript"),
    "a script that is set": (svg("<set attributeName='xlink:href' to='javascript:alert(1)'/>"), "innehåller skript"),
    "a web page inside": (
        svg("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"),
        "innehåller annat än en bild",
    ),
    "another's picture": (svg("<image xlink:href='https://example.org/x.png'/>"), "hämtar något utifrån"),
    "another's picture, in the new way": (svg("<image href='//example.org/x.png'/>"), "hämtar något utifrån"),
    "another's drawing": (svg("<use href='annan.svg#x'/>"), "hämtar något utifrån"),
    "a file on the disk": (svg("<image href='file:///etc/passwd'/>"), "hämtar något utifrån"),
    "a drawing inside": (svg("<image href='data:image/svg+xml,%3Csvg/%3E'/>"), "hämtar något utifrån"),
    "another's colour": (svg("<rect fill='url(https://example.org/x.svg#a)'/>"), "hämtar något utifrån"),
    "another's colour, in signs": (svg(r"<rect style='fill:\75rl(https://example.org/x.svg#a)'/>"), "hämtar något utifrån"),
    "another's style": (svg("<style>@import 'https://example.org/x.css';</style>"), "hämtar något utifrån"),
    "another's typeface": (svg("<style>@font-face { src: url('https://example.org/x.woff') }</style>"), "hämtar något utifrån"),
    "another's style sheet": (svg("", before="<?xml-stylesheet href='https://example.org/x.css'?>"), "hämtar något utifrån"),
    "another home": (svg("<g xml:base='https://example.org/'/>"), "hämtar något utifrån"),
    "a file as an entity": (svg("&x;", before="<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"), "hämtar något utifrån"),
    "entities in entities": (svg("<text>&a8;</text>", before=laughs()), "förkortningar i sig"),
    "use of use of use": (svg(nested("g", '<use href="#a{}"/>')), "ritar samma sak för många gånger"),
    "patterns in patterns": (svg(nested("pattern", '<rect fill="url(#a{})"/>')), "ritar samma sak för många gånger"),
    "patterns in patterns, by class": (svg(BY_CLASS), "ritar samma sak för många gånger"),
    "itself": (svg("<g id='a'><use href='#a'/></g>"), "ritar sig själv"),
    "deep": (svg("<g>" * 50_000 + "</g>" * 50_000), "har fler än 100 nivåer i varandra"),
    "many": (svg("<g/>" * 60_000), "fler än 50000 delar"),
    "a huge picture inside": (svg(inner(claims(30_000, 30_000))), "har bilder i sig med för många bildpunkter"),
    "a broken picture inside": (svg(inner(b"GIF89a")), "av fel slag"),
    "not XML": (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "går inte att läsa som SVG"),
    "no name of what it is": (b"<svg><rect/></svg>", "saknar xmlns"),
    "another root": (b"<x><svg/></x>", "är ingen SVG-bild"),
}

RIGHT: dict[str, bytes] = {
    "our own": (ROOT / "examples" / "huddinge" / FILE).read_bytes(),
    "from a drawing program": svg(
        '<metadata><r:RDF xmlns:r="&ns;"><r:li r:resource="https://creativecommons.org/licenses/by/4.0/"/></r:RDF></metadata>'
        '<defs><linearGradient id="b"><stop class="f"/></linearGradient><linearGradient id="a" xlink:href="#b"/></defs>'
        "<style>.e { fill: url(#a) } .f { stop-color: red }</style><rect class='e'/><g style='fill:url(\"#a\")'><use xlink:href='#c'/></g><path id='c' d='M0 0'/>",
        before='<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" '
        '[<!ENTITY ns "http://www.w3.org/1999/02/22-rdf-syntax-ns#">]>',
    ),
    "many parts": svg("<g/>" * 49_000),
    "with a picture inside": svg(inner(png(9, 9))),
    "a picture of two megabytes and a half": png(780, 780, noise=True),
    "a JPEG": jpeg(900, 300),
    "as many pixels as there may be": claims(2000, 2000),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_picture_that_cannot_be_printed_says_why(name: str) -> None:
    raw, words = WRONG[name]
    picture = examined(raw, Path("x"))
    assert words in picture.fault
    assert not picture.can_be_printed
    assert picture.help


@pytest.mark.parametrize("name", RIGHT)
def test_a_picture_that_can_be_printed(name: str) -> None:
    picture = examined(RIGHT[name], Path("x"))
    assert picture.fault == "" and picture.can_be_printed


def test_the_limits_are_shown_from_both_sides() -> None:
    assert PIXELS == 2000 * 2000
    assert examined(claims(2000, 2001), Path("x")).shrinkable
    assert examined(claims(MOST_PIXELS // 1000, 1000), Path("x")).can_be_printed
    assert not examined(claims(MOST_PIXELS // 1000 + 1, 1000), Path("x")).can_be_printed
    whole = png(9, 9)
    assert examined(whole + bytes(LARGEST - len(whole)), Path("x")).can_be_printed


@pytest.fixture
def place(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "huddinge-steg-3", tmp_path / "arbete")
    (tmp_path / "arbete" / ".git").mkdir()
    return tmp_path


TAKES_LONG = {
    "many that refer to many": svg(
        "".join(f"<g id='a{n}' class='b c d'/>" for n in range(40_000))
        + "<style>"
        + "".join(f".b,.c,.d {{ fill: url(#a{n}) }}" for n in range(400))
        + "</style>"
    ),
    "a style that is nearly a comment": svg("<style>" + "/*" * 400_000 + "</style>"),
    "a style that is nearly a rule": svg("<style>" + "{" * 800_000 + "</style>"),
    "a style that is nearly an address": svg("<style>" + "url(" * 400_000 + "</style>"),
    "an address of spaces": svg(f"<rect fill='url({' ' * 900_000}'/>"),
    "a value of spaces": svg(f"<rect fill='({'url ' * 400_000}'/>"),
    "a picture that is nearly one": svg(f"<image href='data:image/png{';a' * 400_000}'/>"),
    "many markers": svg("<marker id='m'><rect/></marker><path marker-mid='url(#m)' d='" + "L1 1" * 300_000 + "'/>"),
    "many attributes": svg("<rect " + " ".join(f"a{n}='('" for n in range(200_000)) + "/>"),
    "many small parts": png(9, 9)[:33] + chunk(b"tEXt", b"") * 400_000 + png(9, 9)[33:],
}
"""What is read with patterns: it takes the time of reading it, and not its square."""


def test_pictures_that_are_made_to_take_long_to_look_at(tmp_path: Path) -> None:
    for name, raw in TAKES_LONG.items():
        (tmp_path / name).write_bytes(raw)
        code = f"from pathlib import Path; from samverkan_cli.project.pictures import examined; print(examined(Path({name!r}).read_bytes(), Path('x')).fault)"
        done = bounded.command(sys.executable, "-c", code, folder=tmp_path)
        assert done.returncode == 0, (name, done.returncode, done.stderr[-300:])
        done.is_modest()


SEVERAL = (
    "empty",
    "text",
    "too many bytes",
    "four gigapixels",
    "a script",
    "another's picture",
    "use of use of use",
    "deep",
    "a huge picture inside",
)


@pytest.mark.parametrize("name", SEVERAL)
def test_sk16_speaks_of_it_and_the_package_is_without_it(name: str, place: Path) -> None:
    raw, words = WRONG[name]
    (place / "arbete" / FILE).write_bytes(raw)
    done = inside.run("check", "arbete", "--format", "short", "--select", "SK16", *DAY, folder=place)
    assert f"logotypen {FILE} {words}" in done.stdout, done.stdout + done.stderr
    took = bounded.run("render", "arbete", "--format", "html", *DAY, folder=place)
    assert took.returncode == 0, took.stderr
    took.is_modest()
    assert [file.name for file in (place / "paket" / "html" / "logotyper").iterdir()] == ["polis.svg"]


def test_a_large_file_is_put_in_whole(place: Path) -> None:
    raw = RIGHT["a picture of two megabytes and a half"]
    assert len(raw) > 2_400_000
    (place / "arbete" / FILE).write_bytes(raw)
    done = bounded.run("render", "arbete", *DAY, folder=place)
    assert done.returncode == 0, done.stderr
    done.is_modest()
    assert (place / "paket" / "html" / "logotyper" / "kommun.svg.png").read_bytes() == raw


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_more_pixels_than_a_page_takes_are_refused_by_name(form: str, place: Path) -> None:
    (place / "arbete" / FILE).write_bytes(png(6000, 6000))
    done = bounded.run("render", "arbete", "--format", form, *DAY, folder=place)
    assert done.returncode == 2
    assert f"logotypen {FILE} är för stor, 6000 × 6000 bildpunkter" in done.stderr
    assert not (place / "paket").exists()
    done.is_modest()
    said = inside.run("check", "arbete", "--format", "short", "--select", "SK16", *DAY, folder=place)
    assert f"logotypen {FILE} är för stor, 6000 × 6000 bildpunkter" in said.stdout


@pytest.mark.parametrize("form", ["pdf", "word"])
def test_pdf_and_word_make_it_smaller(form: str, place: Path) -> None:
    need.module("PIL")
    (place / "arbete" / FILE).write_bytes(png(6000, 6000))
    # What takes long is the picture, and not the document around it.
    (place / "arbete" / "agreement.yaml").write_text(
        "samverkan: 1\ntyp: överenskommelse\nid: prov\ntitel: Överenskommelse\n"
        f"parter: [{{id: kommun, typ: kommun, namn: Exempelby, logotyp: {{fil: {FILE}, alt: Logotyp}}}}]\n",
        encoding="utf-8",
    )
    done = bounded.run("render", "arbete", "--format", form, *DAY, folder=place)
    assert done.returncode == 0, done.stderr
    done.is_modest()


@pytest.mark.parametrize("form", ["pdf", "word"])
def test_a_picture_that_only_looks_whole_is_its_words(form: str, place: Path) -> None:
    """What nobody but a drawer of pictures can see is wrong."""
    need.module("PIL")
    for raw in (claims(5000, 5000), claims(9, 9)):
        (place / "arbete" / FILE).write_bytes(raw)
        done = bounded.run("render", "arbete", "--format", form, *DAY, folder=place)
        assert done.returncode == 0, done.stderr
        done.is_modest()


def test_a_drawing_that_says_that_it_is_as_large_as_a_house(place: Path) -> None:
    need.module("PIL")
    (place / "arbete" / FILE).write_bytes(svg("", HEAD.replace('width="9" height="9"', 'width="90000mm" height="90000mm"')))
    for form in ("pdf", "word", "html"):
        done = bounded.run("render", "arbete", "--format", form, *DAY, folder=place)
        assert done.returncode == 0, done.stderr
        done.is_modest()


def test_the_picture_that_is_judged_is_the_one_that_is_printed(place: Path) -> None:
    """A name may be composed in two ways; the file is found all the same, and it is that file that is printed."""
    agreement = place / "arbete" / "agreement.yaml"
    text = agreement.read_text(encoding="utf-8")
    (place / "arbete" / "logotyper" / "blå.svg").write_bytes(svg("<title>den rätta</title>"))
    agreement.write_text(text.replace(FILE, "logotyper/bla\u030a.svg"), encoding="utf-8")
    done = bounded.run("render", "arbete", *DAY, folder=place)
    assert done.returncode == 0, done.stderr
    printed = [file.read_text(encoding="utf-8") for file in (place / "paket" / "html" / "logotyper").iterdir()]
    assert any("den rätta" in text for text in printed)
