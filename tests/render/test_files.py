"""Writing the package: whole or not at all, and only what is ours."""

from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.printing.render import exchange, files
from samverkan_cli.printing.render.files import differences, made_of, manifest_in, recover, write_package
from samverkan_cli.printing.render.manifest import MANIFEST, Manifest, Version

FIRST = {"html/a.html": b"ett", "html/b.html": b"b", "pdf/x.pdf": b"pdf"}
SECOND = {"html/a.html": b"tva", "html/c.html": b"c"}


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def put(out: Path, made: dict[str, bytes]) -> list[str]:
    options = {"single": False, "split": False, "without": [], "all_steps": False}
    formats = {
        name: made_of({file: data for file, data in made.items() if file.startswith(f"{name}/")}, "2019-06-01", "", options)
        for name in ("html", "pdf")
    }
    manifest = Manifest(Version(("a",), False, True), formats)
    written = write_package(out, made, manifest, manifest_in(out))
    assert written is not None
    return list(written.removed)


def test_it_removes_only_what_it_wrote(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    (tmp_path / "html/egen.txt").write_text("min")
    (tmp_path / "annat.txt").write_text("mitt")
    assert sorted(put(tmp_path, SECOND)) == ["html/b.html", "pdf/x.pdf"]
    left = tree(tmp_path)
    assert {name: left[name] for name in left if name != MANIFEST} == {**SECOND, "html/egen.txt": b"min", "annat.txt": b"mitt"}
    assert not (tmp_path / "pdf").exists()


def test_it_does_not_write_over_what_it_has_not_written(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html/a.html").write_text("mitt eget")
    with pytest.raises(SamverkanError, match=r"inte har skrivit.*html/a\.html"):
        put(tmp_path, FIRST)
    assert tree(tmp_path) == {"html/a.html": b"mitt eget"}
    (tmp_path / "html/a.html").unlink()
    put(tmp_path, FIRST)
    (tmp_path / "html/a.html").write_text("rättad för hand")
    put(tmp_path, SECOND)
    assert tree(tmp_path)["html/a.html"] == b"tva", "what the manifest names is ours"


@pytest.mark.parametrize("text", ['{"name": "min webbplats"}', "[]", "inte json"])
def test_somebody_elses_manifest_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(SamverkanError):
        put(tmp_path, FIRST)
    assert tree(tmp_path) == {MANIFEST: text.encode()}


def test_a_manifest_cannot_reach_outside(tmp_path: Path) -> None:
    out = tmp_path / "ut"
    put(out, FIRST)
    (tmp_path / "viktig.txt").write_text("kvar")
    text = (out / MANIFEST).read_text().replace("html/b.html", "../viktig.txt")
    (out / MANIFEST).write_text(text)
    with pytest.raises(SamverkanError):
        put(out, SECOND)
    assert (tmp_path / "viktig.txt").read_text() == "kvar"


@pytest.mark.parametrize("number", range(1, 10))
def test_an_interrupted_run_leaves_the_old_package_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    put(tmp_path, FIRST)
    before = tree(tmp_path)
    moved = 0
    real = exchange.move

    def move(source: Path, target: Path) -> None:
        nonlocal moved
        moved += 1
        if moved == number:
            raise KeyboardInterrupt
        real(source, target)

    monkeypatch.setattr(exchange, "move", move)
    try:
        put(tmp_path, SECOND)
    except KeyboardInterrupt:
        assert tree(tmp_path) == before
    else:
        assert moved < number


@pytest.mark.parametrize("number", range(1, 7))
def test_a_killed_run_is_undone_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    put(tmp_path, FIRST)
    before = tree(tmp_path)
    moved = 0
    real = exchange.move

    def move(source: Path, target: Path) -> None:
        nonlocal moved
        moved += 1
        if moved == number:
            raise KeyboardInterrupt
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(exchange, "move", move)
        patch.setattr(files, "recover", lambda _out: None)
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path, SECOND)
    recover(tmp_path)
    assert tree(tmp_path) == before


def test_differences_are_named(tmp_path: Path) -> None:
    assert differences(tmp_path, FIRST, manifest_in(tmp_path))
    put(tmp_path, FIRST)
    assert differences(tmp_path, FIRST, manifest_in(tmp_path)) == []
    (tmp_path / "html/a.html").write_bytes(b"annat")
    (tmp_path / "pdf/x.pdf").unlink()
    assert differences(tmp_path, {**SECOND, "html/a.html": b"ett", "pdf/x.pdf": b"pdf"}, manifest_in(tmp_path)) == [
        "html/a.html är ändrad",
        "html/c.html saknas",
        "pdf/x.pdf saknas",
        "html/b.html ska inte finnas längre",
    ]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("en fil")
    with pytest.raises(SamverkanError):
        put(tmp_path / "ut", FIRST)


def test_a_broken_manifest_is_said(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(SamverkanError):
        manifest_in(tmp_path)
