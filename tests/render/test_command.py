"""``samverkan render``: two real processes give the same bytes; what it answers otherwise is asked for in this process."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from support import inside, process

ROOT = Path(__file__).resolve().parents[2]
HUDDINGE = ROOT / "examples" / "huddinge"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return inside.run(*arguments, folder=ROOT)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def extras() -> list[str]:
    found = []
    for name, module in (("pdf", "typst"), ("word", "docx")):
        try:
            __import__(module)
        except ImportError:
            continue
        found += ["--format", name]
    return found


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("paket")
    asked = ("--today", "2019-06-01", "--format", "html", "--format", "markdown", *extras(), "--out", out)
    result = process.run("render", HUDDINGE, *asked, folder=ROOT)
    assert result.returncode == 0, result.stderr
    return out


def test_what_is_there(written: Path) -> None:
    names = set(tree(written))
    assert {"html/index.html", "markdown/index.md", "markdown/3.1-ungdomskriminalitet.md", "html/checklista.html"} <= names
    assert not any("7.1" in name for name in names), "dated later than the day that is judged"


def test_the_same_bytes_elsewhere(written: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(HUDDINGE, tmp_path / "annan mapp" / "huddinge"))
    out = tmp_path / "ut"
    result = process.run(
        "render", "huddinge", "--today", "2019-06-01", "--format", "html", "--format", "markdown", *extras(), "--out", out,
        folder=copy.parent, TZ="Pacific/Auckland", LC_ALL="C", LANG="C", PYTHONHASHSEED="7",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    one, other = tree(written), tree(out)
    assert set(one) == set(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_check_says_what_differs(written: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(written, tmp_path / "paket"))
    before = tree(out)
    assert run("render", HUDDINGE, "--check", "--out", out).returncode == 0
    (out / "html/index.html").write_text("ändrad")
    result = run("render", HUDDINGE, "--check", "--out", out)
    assert result.returncode == 1
    assert "html/index.html är ändrad" in result.stdout
    assert {name for name in before if tree(out)[name] != before[name]} == {"html/index.html"}


def test_formats_with_commas_and_the_option_many_times_are_the_same(tmp_path: Path) -> None:
    one, other = tmp_path / "ett", tmp_path / "annat"
    steg = (ROOT / "examples" / "huddinge-steg-3", "--today", "2018-11-01")
    assert run("render", *steg, "--format", "html, markdown", "--out", one).returncode == 0
    assert run("render", *steg, "--format", "html", "--format", "markdown", "--out", other).returncode == 0
    assert tree(one) == tree(other)
    wrong = run("render", *steg, "--format", "html,odt", "--out", tmp_path / "inget")
    assert (wrong.returncode, wrong.stdout) == (2, "") and "formatet odt finns inte" in wrong.stderr
    assert not (tmp_path / "inget").exists()


def test_without_the_checklist(tmp_path: Path) -> None:
    assert (
        run("render", HUDDINGE, "--today", "2019-06-01", "--format", "markdown", "--without", "checklist", "--out", tmp_path).returncode
        == 0
    )
    assert not (tmp_path / "markdown/checklista.md").exists()
    assert "checklista" not in (tmp_path / "markdown/index.md").read_text(encoding="utf-8")


def test_several_dossiers_get_a_page_above(tmp_path: Path) -> None:
    for name in ("huddinge", "huddinge-steg-3"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / "alla" / name)
    out = tmp_path / "ut"
    result = run("render", tmp_path / "alla", "--today", "2019-06-01", "--format", "html", "--format", "markdown", "--out", out)
    assert result.returncode == 0, result.stderr
    above = (out / "index.html").read_text(encoding="utf-8")
    assert "huddinge-2019/html/index.html" in above
    assert (out / "huddinge-2019-steg-3/markdown/index.md").is_file()


def test_a_draft_says_so_on_every_page(tmp_path: Path) -> None:
    assert (
        run("render", ROOT / "examples/huddinge-steg-3", "--today", "2018-11-01", "--format", "markdown", "--out", tmp_path).returncode == 0
    )
    pages = list((tmp_path / "markdown").glob("*.md"))
    assert pages
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "Utkast" in text and "Påhittat innehåll" in text, path.name


def test_the_public_version(tmp_path: Path) -> None:
    out = tmp_path / "ut"
    assert run("render", HUDDINGE, "--today", "2019-06-01", "--public", "--format", "markdown", "--out", out).returncode == 0
    text = "".join(path.read_text(encoding="utf-8") for path in (out / "markdown").glob("*.md"))
    assert "trygghet@kommunen.example" in text
    assert "mottagning@kommunen.example" not in text
    assert "Offentlig version" in text


def test_the_public_version_is_refused(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(HUDDINGE, tmp_path / "huddinge"))
    path = copy / "agreement.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# 19121212-1212\n", encoding="utf-8")
    result = run("render", copy, "--today", "2019-06-01", "--public", "--out", tmp_path / "ut")
    assert result.returncode == 1
    assert "personnummer" in result.stderr
    assert not (tmp_path / "ut").exists()


def test_own_templates(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(HUDDINGE, tmp_path / "huddinge"))
    (copy / "mallar").mkdir()
    with (copy / "samverkan.yaml").open("a", encoding="utf-8") as stream:
        stream.write("mallar: mallar\n")
    (copy / "mallar/index.md.jinja").write_text("# Vår egen sida\n\n{{ x.title }}\n", encoding="utf-8")
    out = tmp_path / "ut"
    assert run("render", copy, "--today", "2019-06-01", "--format", "markdown", "--out", out).returncode == 0
    assert (out / "markdown/index.md").read_text(encoding="utf-8").startswith("# Vår egen sida")
    (copy / "mallar/index.md.jinja").write_text("# Rubrik\n\n{{ x.finns_inte }}\n", encoding="utf-8")
    result = run("render", copy, "--today", "2019-06-01", "--format", "markdown", "--out", tmp_path / "ut2")
    assert result.returncode == 2
    assert "index.md.jinja:3" in result.stderr and "finns_inte" in result.stderr
    assert not (tmp_path / "ut2").exists()


def test_wrong_calls(tmp_path: Path) -> None:
    assert run("render", HUDDINGE, "--format", "odt", "--out", tmp_path).returncode == 2
    assert run("render", HUDDINGE, "--without", "allt", "--out", tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_the_manifest(written: Path) -> None:
    manifest = json.loads((written / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["version"], manifest["public"], manifest["signed"]) == (2, False, True)
    assert {made["today"] for made in manifest["formats"].values()} == {"2019-06-01"}
    assert {name for made in manifest["formats"].values() for name in made["files"]} == set(tree(written)) - {"manifest.json"}
