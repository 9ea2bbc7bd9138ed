"""The hook that checks before a commit, and the workflow that checks a pull request, are what their readers take."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from generator import cli

BIN = ROOT / ".venv/bin"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
CONFIGURATION = ROOT / ".pre-commit-config.yaml"
WORKFLOW = ROOT / ".github/workflows/check.yml"


def test_pre_commit_takes_the_hooks() -> None:
    done = subprocess.run([BIN / "pre-commit", "validate-manifest", HOOKS], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_pre_commit_takes_the_configuration_of_this_checkout() -> None:
    done = subprocess.run([BIN / "pre-commit", "validate-config", CONFIGURATION], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    ((hook,),) = [one["hooks"] for one in yaml.safe_load(CONFIGURATION.read_text())["repos"]]
    assert hook["entry"] == ".venv/bin/qa check"


def test_the_hook_runs_a_verb_that_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text())
    program, *words = hook["entry"].split()
    assert program == "qa"
    assert cli.main([*words, *hook["args"], "--root", str(tmp_path)]) == 2, "the last --root counts: a person's own"
    assert tmp_path.name in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("records/audit/2026-falls.yaml", True), ("data/records/audit/2026-falls.yaml", True),
        ("schemas/audit.schema.json", True), ("README.md", False), ("docs/our-records/x.yaml", False),
    ],
)  # fmt: skip
def test_the_hook_runs_where_records_change(name: str, runs: bool) -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text())
    assert bool(re.search(hook["files"], name)) == runs


def test_the_hook_reads_all_records_once() -> None:
    (hook,) = yaml.safe_load(HOOKS.read_text())
    assert (hook["pass_filenames"], hook["require_serial"], hook["language"]) == (False, True, "python")


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").iterdir()), ids=lambda path: path.name)
def test_github_takes_the_workflow(path: Path) -> None:
    words = [BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", path]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").iterdir()), ids=lambda path: path.name)
def test_no_workflow_puts_what_others_wrote_into_a_shell(path: Path) -> None:
    jobs = yaml.safe_load(path.read_text())["jobs"]
    for step in [step for job in jobs.values() for step in job["steps"]]:
        assert "${{" not in step.get("run", "")
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", "a@" + "0" * 40)), "pinned by commit"


def test_a_pull_request_may_read_and_no_more() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text())
    assert workflow["permissions"] == {"contents": "read"}
    assert list(workflow[True]) == ["pull_request"], "YAML 1.1 reads `on` so"
    checkout = workflow["jobs"]["check"]["steps"][0]
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_the_words_of_the_workflow_are_verbs_and_options_that_are_there() -> None:
    steps = yaml.safe_load(WORKFLOW.read_text())["jobs"]["check"]["steps"]
    said = "\n".join(step.get("run", "") for step in steps)
    for verb, words in re.findall(r"qa (\w+) (.*)", said):
        done = subprocess.run([BIN / "qa", verb, "--help"], capture_output=True, text=True)
        assert done.returncode == 0, verb
        assert {word for word in re.findall("--[a-z]+", words) if word not in done.stdout} == set()
