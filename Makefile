# The one interface: each target makes the environment it needs from a bare Python 3.11 or later.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED := $(wildcard $(abspath ../shared))
export SEND_FRAMEWORK_SHARED ?= $(SHARED)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help venv demo test lint format types imports unit timing docs bench
.PHONY: wheel test-wheel test-lowest pins clean

help: ## Show what can be asked for
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# --- the environment, one stamp for the package and one for each dependency group ---------------

$(BIN)/.made: constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --upgrade pip
	@touch $@

# Build isolation is off so that the build tools are the pinned ones too.
$(BIN)/.package: $(BIN)/.made pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group build
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[risk]'
	@touch $@

$(BIN)/.group-%: $(BIN)/.package
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group $*
	@touch $@

venv: $(BIN)/.group-dev ## Make the environment with every development tool

# --- what a newcomer asks ---------------------------------------------------------------------

demo: $(BIN)/.package ## Show Suffolk's programme and its critical path, and write its page
	$(BIN)/python examples/suffolk/demo.py

docs: $(BIN)/.group-docs ## Build the documents; a warning is an error
	$(BIN)/python -m sphinx --builder html --fail-on-warning --keep-going --quiet docs docs/_build/html

# Some minutes. Simulations are compared where the group `peers` is installed as well.
bench: $(BIN)/.group-bench ## Measure all and renew the tables of the page on performance
	$(BIN)/python -m benchmarks.schedule --write
	$(BIN)/python -m benchmarks.samples --write
	$(BIN)/python -m benchmarks.simulation --write
	$(BIN)/python -m benchmarks.england --write

# --- what has to pass -------------------------------------------------------------------------

test: lint types imports unit timing ## Everything that has to pass before a change lands

lint: $(BIN)/.group-lint ## Lint, and check the format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(BIN)/.group-lint ## Put lint and format right where a program can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(BIN)/.group-types ## mypy --strict and pyright
	$(BIN)/mypy
	$(BIN)/pyright

imports: $(BIN)/.group-lint ## Check that imports point downwards only
	$(BIN)/lint-imports --no-cache

# A run is measured anew: leftovers of an interrupted one would be combined into this one.
unit: $(BIN)/.group-dev ## Unit, property and example tests under branch coverage
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses auto --dist loadfile -m 'not timing'
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

# Alone and unmeasured: neighbours and coverage would be timed as well.
timing: $(BIN)/.group-dev ## The tests that measure time
	$(BIN)/python -m pytest -m timing

# --- the package as its users get it ----------------------------------------------------------

wheel: $(BIN)/.package ## Build the wheel
	rm -rf dist
	$(BIN)/python -m hatchling build --target wheel

test-wheel: wheel ## Test the installed wheel with its own dependencies and nothing of src
	.ci/test-installed .venv-wheel highest

test-lowest: wheel ## Test the installed wheel with the lowest versions it allows
	.ci/test-installed .venv-lowest lowest-direct

# --- now and then -----------------------------------------------------------------------------

pins: $(BIN)/.package ## Renew the pinned versions of every development tool
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--no-header --no-annotate --group dev --output-file constraints.txt pyproject.toml

clean: ## Remove environments, builds and caches
	rm -rf $(VENV) .venv-wheel .venv-lowest dist docs/_build .coverage .coverage.*
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
