"""What is left out when a folder is looked through, and settings that build on others."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from samverkan_cli.errors import FileError, SamverkanError
from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.exclusion import Exclusion
from samverkan_cli.project.git_changes import find_by_files
from samverkan_cli.project.paths import yaml_files
from samverkan_cli.project.settings import load_settings
from samverkan_cli.project.sources import Sources
from samverkan_cli.text.ignore_patterns import Patterns, is_pattern
from support.inside import run

DAY = datetime.date(2027, 6, 1)
AGREEMENT = "samverkan: 1\ntyp: överenskommelse\nid: {id}\ntitel: Överenskommelse\n"
SETTINGS = "samverkan: 1\ntyp: inställningar\n"


def place(folder: Path, *names: str, git: bool = True) -> None:
    """An agreement in each of some folders."""
    if git:
        (folder / ".git").mkdir(exist_ok=True, parents=True)
    for name in names:
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "agreement.yaml").write_text(AGREEMENT.format(id=name.replace("/", "-") or "rot"), encoding="utf-8")


def found(folder: Path, *asked: str) -> list[str]:
    """The roots that are found, from the folder."""
    dossiers = find_dossiers([Path(one) for one in asked] or [Path()], DAY, Sources(base=folder))
    return [one.root.path.relative_to(folder).parent.as_posix() for one in dossiers]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("", ["2027", "arkiv/2020", "arkiv/2023"]),
        ("arkiv/\n", ["2027"]),
        ("/arkiv\n", ["2027"]),
        ("arkiv/*\n!arkiv/2023/\n", ["2027", "arkiv/2023"]),
        ("!arkiv/2023/\narkiv/*\n", ["2027"]),
        ("20*/\n", []),
        ("arkiv/**/agreement.yaml\n", ["2027"]),
        ("# arkiv/\n", ["2027", "arkiv/2020", "arkiv/2023"]),
        ("agreement.yml\n", ["2027", "arkiv/2020", "arkiv/2023"]),
    ],
)
@pytest.mark.parametrize("where", [".gitignore", "samverkan.yaml"])
def test_what_is_left_out_is_not_found(where: str, said: str, left: list[str], tmp_path: Path) -> None:
    place(tmp_path, "2027", "arkiv/2020", "arkiv/2023")
    if where == ".gitignore":
        (tmp_path / where).write_text(said, encoding="utf-8")
    else:
        rows = "".join(f"  - '{row}'\n" for row in said.splitlines() if not row.startswith("#"))
        (tmp_path / where).write_text(SETTINGS + (f"hoppa_över:\n{rows}" if rows else ""), encoding="utf-8")
    if left:
        assert found(tmp_path) == left
    else:
        with pytest.raises(SamverkanError, match=r"^det som finns för samverkan i \. hoppas över$"):
            found(tmp_path)


@pytest.mark.parametrize("asked", ["arkiv", "arkiv/2020", "arkiv/2020/agreement.yaml"])
def test_what_is_named_is_read(asked: str, tmp_path: Path) -> None:
    place(tmp_path, "2027", "arkiv/2020")
    (tmp_path / ".gitignore").write_text("arkiv/\n", encoding="utf-8")
    assert found(tmp_path, asked) == ["arkiv/2020"]


def test_in_a_folder_that_is_named_its_own_words_count(tmp_path: Path) -> None:
    place(tmp_path, "arkiv/2020", "arkiv/utkast")
    (tmp_path / ".gitignore").write_text("arkiv/\n", encoding="utf-8")
    (tmp_path / "arkiv" / ".gitignore").write_text("utkast/\n", encoding="utf-8")
    assert found(tmp_path, "arkiv") == ["arkiv/2020"]


def test_what_is_listed_is_read(tmp_path: Path) -> None:
    place(tmp_path, "avtal")
    (tmp_path / ".gitignore").write_text("planer/\n*.hemlig.yaml\n", encoding="utf-8")
    (tmp_path / "avtal" / "planer").mkdir()
    for name in ("planer/plan.yaml", "x.hemlig.yaml"):
        (tmp_path / "avtal" / name).write_text("samverkan: 1\ntyp: åtgärdsplan\ntitel: Plan\n", encoding="utf-8")
    agreement = tmp_path / "avtal" / "agreement.yaml"
    agreement.write_text(
        AGREEMENT.format(id="x") + "bilagor: [{nr: '1', fil: planer/plan.yaml}, {nr: '2', fil: x.hemlig.yaml}]\n", encoding="utf-8"
    )
    (dossier,) = find_dossiers([Path()], DAY, Sources(base=tmp_path))
    assert len(dossier.members) == 3


def test_the_nearest_words_count(tmp_path: Path) -> None:
    place(tmp_path, "a/utkast", "b/utkast")
    (tmp_path / ".gitignore").write_text("utkast/\n", encoding="utf-8")
    (tmp_path / "a" / ".gitignore").write_text("!utkast/\n", encoding="utf-8")
    assert found(tmp_path) == ["a/utkast"]
    (tmp_path / "a" / "samverkan.yaml").write_text(f"{SETTINGS}hoppa_över: [utkast/]\n", encoding="utf-8")
    with pytest.raises(SamverkanError):
        found(tmp_path)


def test_what_git_goes_by_counts_only_where_there_is_git(tmp_path: Path) -> None:
    place(tmp_path, "2027", "arkiv", git=False)
    (tmp_path / ".gitignore").write_text("arkiv/\n", encoding="utf-8")
    assert found(tmp_path) == ["2027", "arkiv"]
    (tmp_path / ".git").mkdir()
    assert found(tmp_path) == ["2027"]


def test_odd_files_leave_nothing_out(tmp_path: Path) -> None:
    inside, outside = tmp_path / "förvar", tmp_path / "utanför"
    place(inside, "2027")
    outside.write_text("2027/\n", encoding="utf-8")
    file = inside / ".gitignore"
    for make in (
        lambda: file.symlink_to(outside),
        file.mkdir,
        lambda: os.mkfifo(file),
        lambda: file.write_bytes(b"\xff\xfe[\n[!\n\\\n!\n/\n"),
        lambda: file.write_text("*a*a*a*/\n" * 50_000 + "2" * 500_000, encoding="utf-8"),
    ):
        make()
        assert found(inside) == ["2027"]
        file.rmdir() if file.is_dir() and not file.is_symlink() else file.unlink()


def test_what_is_no_pattern() -> None:
    assert is_pattern("**/a/**/b/**") and not is_pattern("**/a/**/b/**/c/**")
    assert not any(map(is_pattern, ("", "# x", "   ")))


@pytest.mark.parametrize(
    ("pattern", "name", "left_out"),
    [
        ("*a*b*c", "xaxbxc", True), ("*a*b*c", "xaxcxb", None), ("a*ab*b", "aabb", True), ("a*ab*b", "aab", None), ("*aab*", "aaab", True),
        ("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", "a" * 250, None), ("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", "a" * 250 + "b", True),
    ],
)  # fmt: skip
def test_asterisks_are_looked_up_once(pattern: str, name: str, left_out: bool | None) -> None:
    """The last two would not come to an end if every way to share the name between the asterisks were tried."""
    assert Patterns([pattern]).leave_out(name) is left_out


NAMES = ("a.yaml", "b.yaml", "utkast-1.yaml", "Ö.yaml", "x y.yaml")
IGNORED = (
    "a.yaml\nunder/\n", "/a.yaml\n", "*.yaml\n!b.yaml\n", "under/*.yaml\n", "**/djup/\n", "under/**\n!under/djup/\n!under/djup/a.yaml\n", "utkast-?.yaml\n",
    "[ab].yaml\n", "*t*a*s*-*1*.yaml\n", "un*e*/*a*a*\n", "*/d*j*p/\n", "Ö.yaml\n", "x\\ y.yaml\n", "a.yaml \n", "\\#a\n!a.yaml\n", "under/djup\n", "djup/a.yaml\n", "un*/dj*/\n",
)  # fmt: skip


@pytest.mark.parametrize("said", IGNORED)
def test_git_itself_leaves_out_the_same(said: str, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for folder in ("", "under", "under/djup", "annat"):
        (tmp_path / folder).mkdir(exist_ok=True)
        for name in NAMES:
            (tmp_path / folder / name).write_text("x", encoding="utf-8")
    (tmp_path / ".gitignore").write_text(said, encoding="utf-8")
    (tmp_path / "under" / ".gitignore").write_text("b.yaml\n", encoding="utf-8")
    command = ["git", "-C", str(tmp_path), "-c", "core.quotePath=false", "ls-files", "-z", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8").split("\0")
    ours = {path.relative_to(tmp_path).as_posix() for path in yaml_files(tmp_path, Exclusion(tmp_path, Sources()).skips)}
    assert ours == {name for name in listed if name.endswith(".yaml")}


def test_where_nothing_is_it_is_not_said_to_be_left_out(tmp_path: Path) -> None:
    place(tmp_path)
    (tmp_path / ".gitignore").write_text("arkiv/\n", encoding="utf-8")
    (tmp_path / "annat.yaml").write_text("a: 1\n", encoding="utf-8")
    with pytest.raises(SamverkanError, match="det finns ingen överenskommelse"):
        found(tmp_path)


# --- settings that build on others ---


def settings(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SETTINGS + text, encoding="utf-8")
    return file


def test_whole_keys_are_replaced_and_what_is_mandatory_only_grows(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    county = settings(
        tmp_path, "policy/lan.yaml",
        "regelpaket: [skåne-17, kedja]\nnivåer: {SK16: fel, SK12: fel}\nobligatoriska: [SK17]\nhoppa_över: [arkiv/]\n",
    )  # fmt: skip
    own = settings(tmp_path, "kommun/samverkan.yaml", "utgår_från: ../policy/lan.yaml\nnivåer: {SK16: upplysning}\nobligatoriska: [SK09]\n")
    read = load_settings(own, Sources(base=tmp_path))
    assert read.packs == ("skåne-17", "kedja")
    assert {code: level.swedish for code, level in read.levels.items()} == {"SK16": "upplysning"}
    assert read.mandatory == {"SK17", "SK09"}
    assert read.exclude == ("arkiv/",)
    assert read.files == (own, county)
    own.write_text(f"{SETTINGS}utgår_från: ../policy/lan.yaml\nregelpaket: [kedja]\nhoppa_över: [utkast/]\n", encoding="utf-8")
    read = load_settings(own, Sources(base=tmp_path))
    assert (read.packs, read.exclude, read.mandatory) == (("kedja",), ("utkast/",), {"SK17"})
    assert set(read.levels) == {"SK16", "SK12"}


@pytest.mark.parametrize(
    ("own", "other", "place", "said"),
    [
        ("utgår_från: lan.yaml\n", None, ("FIL08", "samverkan.yaml", 3), "filen lan.yaml finns inte"),
        ("utgår_från: ../../x.yaml\n", None, ("FIL09", "samverkan.yaml", 3), "leder ut ur förvaret"),
        ("utgår_från: samverkan.yaml\n", None, ("FIL06", "samverkan.yaml", 3), "utgår själv från"),
        ("utgår_från: lan.yaml\n", "utgår_från: samverkan.yaml\n", ("FIL06", "lan.yaml", 3), "utgår själv från"),
        ("utgår_från: lan.yaml\n", "nivåer: {SK16: allvarligt}\n", ("FIL06", "lan.yaml", 3), "allvarligt"),
        ("regelpaket: [kedja]\nhoppa_över: ['**/a/**/b/**/c/**']\n", None, ("FIL06", "samverkan.yaml", 4), "inget mönster"),
        ("hoppa_över: ['#']\n", None, ("FIL06", "samverkan.yaml", 3), "inget mönster"),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(own: str, other: str | None, place: tuple[str, str, int], said: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    file = settings(tmp_path, "samverkan.yaml", own)
    if other is not None:
        settings(tmp_path, "lan.yaml", other)
    with pytest.raises(FileError, match=said) as raised:
        load_settings(file, Sources(base=tmp_path))
    assert (raised.value.code, raised.value.file, raised.value.line) == place


@pytest.mark.parametrize(("number", "too_many"), [(10, False), (11, True)])
def test_a_chain_of_settings_has_an_end(number: int, too_many: bool, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    settings(tmp_path, f"{number}.yaml", "obligatoriska: [SK17]\n")
    files = [settings(tmp_path, f"{one}.yaml", f"utgår_från: {one + 1}.yaml\n") for one in range(1, number)]
    if too_many:
        with pytest.raises(FileError, match="fler än 10 filer med inställningar utgår från varandra") as raised:
            load_settings(files[0], Sources(base=tmp_path))
        assert (raised.value.file, raised.value.line) == ("10.yaml", 3)
    else:
        read = load_settings(files[0], Sources(base=tmp_path))
        assert read.mandatory == {"SK17"} and len(read.files) == 10


def test_a_name_that_does_not_exist_is_said_in_the_file_that_has_it(tmp_path: Path) -> None:
    place(tmp_path, "avtal")
    settings(tmp_path, "lan.yaml", "obligatoriska: [SK99]\n")
    settings(tmp_path, "samverkan.yaml", "utgår_från: lan.yaml\n")
    done = run("check", "avtal", folder=tmp_path)
    assert done.returncode == 2
    assert "lan.yaml:3:17: regeln SK99 finns inte" in done.stderr


def test_a_level_of_the_county_holds_in_the_municipality(tmp_path: Path) -> None:
    place(tmp_path, "avtal")
    settings(tmp_path, "lan.yaml", "regelpaket: [skåne-17]\nnivåer: {SK14: upplysning}\n")
    settings(tmp_path, "avtal/samverkan.yaml", "utgår_från: ../lan.yaml\n")
    done = run("check", "avtal", "--format", "short", "--all-steps", folder=tmp_path)
    assert ": upplysning SK14 " in done.stdout
    settings(tmp_path, "lan.yaml", "regelpaket: [skåne-17]\nnivåer: {SK14: varning}\n")
    done = run("check", "avtal", "--format", "short", "--all-steps", folder=tmp_path)
    assert ": varning SK14 " in done.stdout


def test_a_change_of_what_the_settings_build_on_touches_what_they_hold_for(tmp_path: Path) -> None:
    place(tmp_path, "avtal", "annat")
    settings(tmp_path, "lan.yaml", "nivåer: {SK14: upplysning}\n")
    settings(tmp_path, "avtal/samverkan.yaml", "utgår_från: ../lan.yaml\n")
    touched = find_by_files(None)([Path("lan.yaml")], DAY, Sources(base=tmp_path))
    assert [one.id for one in touched] == ["avtal"]
