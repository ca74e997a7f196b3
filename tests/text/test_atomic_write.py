"""A file is either the old or the new one, with its rights, and nothing is left beside it."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.text.atomic_write import create, create_tree, digest, display_path, put, reason, replace

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and links of POSIX")


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


@pytest.mark.parametrize("write", [put, create])
def test_a_new_file(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "å.txt"
    write(path, b"a\r\nb\n\0")
    assert path.read_bytes() == b"a\r\nb\n\0" and beside(path) == ["å.txt"]


def test_one_that_exists_is_replaced_and_not_created(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(SamverkanError, match="finns redan"):
        create(path, b"new")
    assert path.read_bytes() == b"old"
    put(path, b"new")
    assert path.read_bytes() == b"new" and beside(path) == ["a"]


@pytest.mark.parametrize("there", [b"somebody else's", None])
def test_one_that_is_not_what_was_read_is_left(tmp_path: Path, there: bytes | None) -> None:
    path = tmp_path / "a"
    if there is not None:
        path.write_bytes(there)
    with pytest.raises(SamverkanError, match="har ändrats under tiden"):
        replace(path, digest(b"old"), b"new")
    assert (path.read_bytes() if path.exists() else None) == there
    assert beside(tmp_path / "x") == (["a"] if there else [])
    path.write_bytes(b"old")
    with pytest.raises(SamverkanError, match="har ändrats under tiden"):
        replace(path, None, b"new")
    replace(path, digest(b"old"), b"new")
    assert path.read_bytes() == b"new"
    replace(tmp_path / "b", None, b"new")
    assert (tmp_path / "b").read_bytes() == b"new"


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o444])
def test_rights_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    put(path, b"new")
    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.process
@POSIX
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_the_users_mask_is_obeyed(tmp_path: Path, mask: int) -> None:
    code = (
        f"import os; os.umask({mask}); from pathlib import Path; from samverkan_cli.text.atomic_write import create, put; "
        "put(Path('a'), b''); create(Path('b'), b''); open('c', 'w')"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
    modes = {(tmp_path / name).stat().st_mode & 0o777 for name in "abc"}
    assert modes == {0o666 & ~mask}


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    real, link = tmp_path / "folder" / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    put(link, b"new")
    assert link.is_symlink() and real.read_bytes() == b"new" and beside(real) == ["real"]
    loose = tmp_path / "loose"
    loose.symlink_to(tmp_path / "nowhere")
    with pytest.raises(SamverkanError, match="finns redan"):
        create(loose, b"new")
    assert not (tmp_path / "nowhere").exists()


@POSIX
def test_a_planted_name_is_neither_followed_nor_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    names = iter(("planted", "file", "free"))
    monkeypatch.setattr("samverkan_cli.text.one_writer.secrets.token_hex", lambda _: next(names))
    (tmp_path / ".samverkan-planted").symlink_to(victim)
    (tmp_path / ".samverkan-file").write_bytes(b"another's")
    put(tmp_path / "a", b"new")
    assert victim.read_bytes() == b"precious" and (tmp_path / "a").read_bytes() == b"new"
    assert beside(victim) == [".samverkan-file", ".samverkan-planted", "a", "victim"]


@pytest.mark.parametrize("write", [put, create])
@pytest.mark.parametrize("moment", ["fsync", "name"])
@pytest.mark.parametrize("stop", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device"), MemoryError()])
def test_a_stop_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write, moment: str, stop: BaseException) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a"
    if write is put:
        path.write_bytes(b"old")

    def stopped(*_: object, **__: object) -> None:
        raise stop

    if moment == "fsync":
        monkeypatch.setattr(os, "fsync", stopped)
    else:
        monkeypatch.setattr(Path, "replace", stopped)
        monkeypatch.setattr(Path, "rename", stopped)
        monkeypatch.setattr(os, "link", stopped)
    with pytest.raises(SamverkanError if isinstance(stop, OSError) else type(stop)):
        write(path, b"new")
    monkeypatch.undo()
    assert beside(path) == (["a"] if write is put else [])
    assert write is create or path.read_bytes() == b"old"


@POSIX
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    put(pipe, b"new")
    reader.join(10)
    assert read == [b"new"] and pipe.is_fifo()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("borta/a", "mappen finns inte"), ("fil/a", "är en fil"), ("mapp", "det är en mapp"), ("x" * 300, "för långt"),
        ("a\0b", "går inte att använda"), ("\ud800", "går inte att använda"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_said_in_swedish(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "fil").write_bytes(b"")
    (tmp_path / "mapp").mkdir()
    before = beside(tmp_path / "x")
    with pytest.raises(SamverkanError, match=words):
        put(tmp_path / name, b"new")
    assert beside(tmp_path / "x") == before


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_every_reason_is_in_swedish(number: int) -> None:
    said = reason(OSError(number, os.strerror(number)))
    assert said and os.strerror(number).lower() not in said.lower()


def test_a_path_is_shown_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert display_path(tmp_path / "a" / "b") == "a/b" and display_path(tmp_path.parent / "c") == "../c"


def test_a_disk_where_a_file_has_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", no_links)
    create(tmp_path / "a", b"new")
    with pytest.raises(SamverkanError, match="finns redan"):
        create(tmp_path / "a", b"other")
    assert (tmp_path / "a").read_bytes() == b"new" and beside(tmp_path / "a") == ["a"]


def test_a_folder_with_all_its_files(tmp_path: Path) -> None:
    create_tree(tmp_path / "a", {"b.txt": b"b", "c/d.txt": b"d"})
    assert (tmp_path / "a/b.txt").read_bytes() == b"b" and (tmp_path / "a/c/d.txt").read_bytes() == b"d"
    with pytest.raises(SamverkanError, match="finns redan"):
        create_tree(tmp_path / "a", {"b.txt": b"other"})
    with pytest.raises(SamverkanError, match="för långt"):
        create_tree(tmp_path / "e", {"b.txt": b"b", "x" * 300: b""})
    assert (tmp_path / "a/b.txt").read_bytes() == b"b" and beside(tmp_path / "a") == ["a"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disken är full"),
        (errno.EFBIG, "filen är för stor"),
        (errno.EACCES, "du får inte skriva här"),
        (errno.EROFS, "bara att läsa"),
        (errno.EMFILE, "för många filer är öppna"),
    ],
)
def test_reasons_that_people_meet(number: int, words: str) -> None:
    assert words in reason(OSError(number, ""))
    assert "skriva" not in reason(OSError(errno.EACCES, ""), reading=True)
