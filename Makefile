# Every command of the repository. `make` alone lists them.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip --disable-pip-version-check

# What stands in the virtual environment, and when it last agreed with the locks.
RUNTIME := $(VENV)/.runtime-installed
TOOLS   := $(VENV)/.tools-installed

.DEFAULT_GOAL := help
.PHONY: help install run test check bench size torture docs samples format i18n lock upgrade clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(RUNTIME) ## set up .venv/bin/jiyao from the locked dependencies
	@echo "jiyao is ready: $(VENV)/bin/jiyao, or make run"

run: $(RUNTIME) ## open the app (ARGS="open last" goes to the command)
	@$(VENV)/bin/jiyao $(ARGS)

# What pytest makes of the tests before it runs them is kept, also where Python may keep nothing compiled.
test: export PYTHONDONTWRITEBYTECODE =
test: export PYTHONPYCACHEPREFIX = $(CURDIR)/.pytest_cache/compiled
test: $(TOOLS) ## run all tests (ARGS="tests/models -k undo" for some)
	@$(PY) -m pytest --numprocesses=3 --dist=worksteal $(ARGS)

check: $(TOOLS) ## style, strict types, layers, translations
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --strict
	@$(VENV)/bin/lint-imports
	@$(PY) -m tests.catalogues check

bench: $(TOOLS) ## speed as ratios to the bare thing, measured in one run
	@$(PY) -m benchmarks $(ARGS)

size: $(TOOLS) ## how large the program is, and how far a line walks in it (ARGS=FOLDER for another checkout)
	@$(PY) -m benchmarks.size $(ARGS)
	@$(PY) -m benchmarks.walk $(ARGS)

torture: $(TOOLS) ## kills, locks, strange files, hostile text, windows, hours (ARGS=short, ARGS="kills=50 places")
	@$(PY) -m benchmarks.torture $(ARGS)

docs: $(TOOLS) ## write docs/grammar.md anew from the families of the grammar
	@$(PY) -m tests.make_grammar

samples: $(TOOLS) ## write docs/samples/ anew from the sample meetings (needs LibreOffice for the picture)
	@$(PY) -m tests.make_samples

format: $(TOOLS) ## bring the code into the house's style
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

i18n: $(TOOLS) ## bring the translations up to date with the code
	@$(PY) -m tests.catalogues update

# uv reads the pins that stand in the locks and keeps those that still fit.
LOCK = $(PY) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE)

lock: | $(VENV)/pyvenv.cfg ## write both lock files anew after a change of pyproject.toml
	@$(PIP) install --quiet 'uv>=0.9,<1'
	@$(LOCK) --group build --output-file requirements.lock
	@$(LOCK) --group build --group dev --constraint requirements.lock --output-file requirements-dev.lock

upgrade: UPGRADE := --upgrade
upgrade: lock ## write them with the newest versions pyproject.toml allows

clean: ## remove what can be made again, .venv too
	@rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	@command -v $(PYTHON) >/dev/null || { echo "jiyao needs Python 3.11 or newer: no $(PYTHON) found" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("jiyao needs Python 3.11 or newer, $(PYTHON) is %d.%d; name another: make install PYTHON=python3.12" % sys.version_info[:2])'
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) has no venv module: install it first (Debian, Ubuntu: sudo apt install python3-venv)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(RUNTIME): requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	@echo "Installing jiyao into $(VENV) ..."
	@$(PIP) install --quiet --require-hashes --requirement requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): requirements-dev.lock $(RUNTIME)
	@echo "Installing the tools of the repository into $(VENV) ..."
	@$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@
