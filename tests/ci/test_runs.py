"""What we ship for CI systems does what it says: the scripts are run as the system runs them, and the hook stops a bad commit."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from reporters.reading import github_commands, gitlab_issues, junit_suites
from support import need

ROOT = Path(__file__).resolve().parents[2]
BASH = shutil.which("bash")
PROGRAM = ("pyproject.toml", "README.md", "LICENSE", "src", "schemas", "templates", ".pre-commit-hooks.yaml", "action.yml")
FAULT = ("exempelby/agreement.yaml", "pågående_steg", "pagaende_steg")


def load(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text(encoding="utf-8"))


def clean(**more: str) -> dict[str, str]:
    """The environment without what git, GitHub or a surrounding CI system has put there."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "GITHUB_", "CI_", "SAMVERKAN_"))}
    named = {f"GIT_{who}_{what}": f"prov{at}" for who in ("AUTHOR", "COMMITTER") for what, at in (("NAME", ""), ("EMAIL", "@example.org"))}
    return {**kept, **named, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, **more}


def call(*command: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=clean(**more), capture_output=True, text=True, encoding="utf-8", check=False)


def git(folder: Path, *arguments: str) -> str:
    ran = call("git", *arguments, folder=folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The sample repository, in git, with one commit."""
    folder = Path(shutil.copytree(ROOT / "examples" / "förvar", tmp_path / "förvar"))
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "början")
    return folder


def spoil(store: Path) -> None:
    name, old, new = FAULT
    text = (store / name).read_text(encoding="utf-8")
    assert old in text
    (store / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder like the one that the install step makes, with this program in it."""
    home = tmp_path / "temp" / "samverkan"
    (home / "bin").mkdir(parents=True)
    shim = home / "bin" / "samverkan"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m samverkan_cli "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    return home


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    assert BASH is not None
    return call(BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", script, folder=folder, **environment)


def action_step(index: int, **inputs: str) -> tuple[str, dict[str, str]]:
    """A step of the action: its script, and its environment with the inputs put in."""
    action = load("action.yml")
    values = {name: str(given["default"]) for name, given in action["inputs"].items()} | {
        key.replace("_", "-"): value for key, value in inputs.items()
    }
    step = action["runs"]["steps"][index]
    assert "${{" not in step["run"], "what others write never becomes part of a script"
    environment = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: values[found[1]], value) for key, value in step["env"].items()
    }
    return step["run"], environment


needs_bash = pytest.mark.skipif(BASH is None or sys.platform == "win32", reason="the scripts are bash")


@needs_bash
def test_the_action_checks_and_annotates(store: Path, installed: Path, tmp_path: Path) -> None:
    first = git(store, "rev-parse", "HEAD")
    summary = tmp_path / "summary.md"

    def act(**inputs: str) -> subprocess.CompletedProcess[str]:
        script, environment = action_step(1, **inputs)
        return shell(script, store, **environment | {"SAMVERKAN_HOME": str(installed), "GITHUB_STEP_SUMMARY": str(summary)})

    assert (ran := act(strict="true")).returncode == 0, ran.stderr
    spoil(store)
    ran = act(changed_since=first, today="2025-03-01", output="gitlab=a b.json\njunit=c.xml\n", path="exempelby\nprovsta\n")
    assert ran.returncode == 1, ran.stderr
    (command,) = [one for one in github_commands(ran.stdout) if one.name != "notice"]
    assert (command.name, command.properties["file"], command.properties["line"]) == ("error", FAULT[0], "7")
    assert "FIL05" in summary.read_text(encoding="utf-8")
    assert len([one for one in gitlab_issues((store / "a b.json").read_text(encoding="utf-8")) if one["severity"] != "info"]) == 1
    assert len(junit_suites((store / "c.xml").read_text(encoding="utf-8"))) == 1, "only what the change touches"
    assert act(path="provsta", format="short").returncode == 0
    assert act(path="$(touch intrång)", format="short").returncode == 2
    assert not (store / "intrång").exists()


@needs_bash
@pytest.mark.parametrize("only", ["true", "false"])
def test_the_gitlab_template_writes_its_reports(only: str, store: Path, installed: Path) -> None:
    job = load("ci/gitlab.yml")[".samverkan"]
    script = job["script"][-1].replace("/tmp/samverkan", str(installed))
    assert str(installed) in script
    first = git(store, "rev-parse", "HEAD")
    variables = {**job["variables"], "SAMVERKAN_CHANGED_ONLY": only, "CI_MERGE_REQUEST_DIFF_BASE_SHA": first}
    assert shell(script, store, **variables).returncode == 0
    spoil(store)
    assert (ran := shell(script, store, **variables)).returncode == 1, ran.stderr
    reports = {name: (store / file).read_text(encoding="utf-8") for name, file in job["artifacts"]["reports"].items()}
    assert [one["location"]["path"] for one in gitlab_issues(reports["codequality"]) if one["severity"] != "info"] == [FAULT[0]]
    assert len(junit_suites(reports["junit"])) == (1 if only == "true" else 2)


@needs_bash
def test_the_azure_template_writes_its_reports(store: Path, installed: Path) -> None:
    template = load("ci/azure-pipelines.yml")
    (script,) = [step["bash"] for step in template["steps"] if 'samverkan" check' in step.get("bash", "")]
    parameters = {one["name"]: one["default"] for one in template["parameters"]}
    environment = {"AGENT_TEMPDIRECTORY": str(installed.parent), "SAMVERKAN_PATH": parameters["path"], "SAMVERKAN_ARGUMENTS": "--strict"}
    spoil(store)
    assert (ran := shell(script, store, **environment)).returncode == 1, ran.stderr
    found = installed.parent / "fynd"
    assert len(junit_suites((found / "samverkan-junit.xml").read_text(encoding="utf-8"))) == 2
    results = json.loads((found / "samverkan.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert len([one for one in results if one["level"] != "note"]) == 1


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as it stands in the working tree, committed in a repository of its own; skips where nothing can be installed."""
    folder = tmp_path_factory.mktemp("samverkan")
    fetched = call(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder / "x"), "hatchling>=1.27", folder=folder)
    if fetched.returncode:
        need.missing("a package registry to install from")
    shutil.rmtree(folder / "x")
    for name in PROGRAM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "programmet")
    git(folder, "tag", "v0.1.0")
    return folder


@pytest.mark.slow
@needs_bash
def test_the_action_installs_from_its_own_checkout(program: Path, store: Path, tmp_path: Path) -> None:
    environment = {"SAMVERKAN_PYTHON": sys.executable, "SAMVERKAN_SOURCE": str(program), "SAMVERKAN_HOME": str(tmp_path / "hem")}
    script, asked = action_step(0)
    assert set(asked) == set(environment)
    assert (ran := shell(script, store, **environment)).returncode == 0, ran.stdout + ran.stderr
    script, asked = action_step(1, path="provsta")
    assert (ran := shell(script, store, **asked | {"SAMVERKAN_HOME": str(tmp_path / "hem")})).returncode == 0, ran.stderr
    spoil(store)
    script, asked = action_step(1)
    assert (ran := shell(script, store, **asked | {"SAMVERKAN_HOME": str(tmp_path / "hem")})).returncode == 1, ran.stderr
    assert ran.stdout.startswith("::error file=exempelby/agreement.yaml,")


@pytest.mark.slow
def test_try_repo_stops_a_bad_commit(program: Path, store: Path, tmp_path: Path) -> None:
    spoil(store)
    git(store, "add", "-A")
    tried = ("-m", "pre_commit", "try-repo", str(program), "samverkan", "--verbose")
    ran = call(sys.executable, *tried, folder=store, PRE_COMMIT_HOME=str(tmp_path / "pc"))
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "fel FIL05 okänd-nyckel" in ran.stdout and "exempelby/agreement.yaml:7:1" in ran.stdout


@pytest.mark.slow
def test_the_installed_hook_lets_a_good_commit_through_and_stops_a_bad_one(program: Path, store: Path, tmp_path: Path) -> None:
    config = store / ".pre-commit-config.yaml"
    text = config.read_text(encoding="utf-8")
    assert "https://git.example.org/samverkan/samverkan" in text
    config.write_text(text.replace("https://git.example.org/samverkan/samverkan", program.as_posix()), encoding="utf-8")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "pc")}
    assert call(sys.executable, "-m", "pre_commit", "install", folder=store, **home).returncode == 0
    before = git(store, "rev-parse", "HEAD")

    def commit() -> subprocess.CompletedProcess[str]:
        git(store, "add", "-A")
        return call("git", "commit", "-m", "ändring", folder=store, **home)

    ran = commit()
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (good := git(store, "rev-parse", "HEAD")) != before
    (store / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    assert (ran := commit()).returncode == 0, ran.stdout + ran.stderr
    good = git(store, "rev-parse", "HEAD")
    spoil(store)
    ran = commit()
    assert ran.returncode != 0 and "fel FIL05" in ran.stdout + ran.stderr
    assert git(store, "rev-parse", "HEAD") == good, "the bad commit was stopped"
