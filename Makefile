# The commands to type; `make` alone lists them. For everything else use `qa` (`make site` installs it in .venv/bin).
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
QA := $(BIN)/qa
export PYTHONDONTWRITEBYTECODE = # compile packages once, not in each of a build's four processes

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint mutants bench lock clean

help: ## List what can be done
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

site: $(VENV)/installed ## Check the records and build the site in build/site
	@$(QA) build

serve: $(VENV)/installed ## Show the working edition at http://127.0.0.1:8000, rebuilt as you edit
	@$(QA) serve

check: $(VENV)/installed ## Check the records
	@$(QA) check

test: $(VENV)/test-installed ## Check the code and run every test (installs what the tests lack)
	@$(MAKE) --no-print-directory lint
	@echo "Running the tests …"
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/test-installed
	@echo "Checking style, types and the direction of imports …"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(QA) check --schemas >$(VENV)/schemas.log || (cat $(VENV)/schemas.log; exit 1)
	@$(BIN)/lint-imports --no-cache >$(VENV)/imports.log || (cat $(VENV)/imports.log; exit 1)

mutants: $(VENV)/test-installed ## Make thousands of faults in the records and count which are reported, and where
	@$(BIN)/python tests/mutants

bench: $(VENV)/test-installed ## Time reading, checking, writing and the engine on 100 to 5,000 records
	@$(BIN)/python tests/bench.py

lock: ## Pin every package again, from pyproject.toml
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra test -c requirements.lock pyproject.toml -o requirements-test.lock

clean: ## Remove what was built (records and the installed packages stay)
	@rm -rf build

$(VENV)/installed: requirements.lock pyproject.toml
	@echo "Installing the generator into $(VENV) (once; about a minute) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Python 3.11 or later is needed; this is $$($(PYTHON) --version)."; exit 2)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test-installed: $(VENV)/installed requirements-test.lock
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@.ci/install-browser
	@touch $@
