# `make build` and `make test` work on a machine that has Python, pip, git and make, and nothing else.
.PHONY: build test lint docs bench mutants constraints wheel wheel-check verify clean help
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV   ?= .venv
EXTRAS ?= [dev]
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

help:
	@echo 'make build   set up, check every record, compile them into build/dev'
	@echo 'make test    set up, run linters and tests'
	@echo 'make docs    rewrite the generated pages of docs/'
	@echo 'make bench   cost of check and build, as ratios'
	@echo 'make fuzz    hostile records against the command line'
	@echo 'make mutants which judge finds the violation of which constraint'
	@echo 'make constraints   write the list of what schemas/ demands anew'
	@echo 'make verify  every release is still what was published'
	@echo 'make wheel   wheel and sdist, each with the current release; wheel-check tries the wheel'

# A Python without ensurepip, a .venv without pip and one whose interpreter has gone are all mended here.
$(STAMP): pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv --clear $(VENV) || $(PYTHON) -m venv --without-pip $(VENV)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m pip --python $(BIN)/python install -q --disable-pip-version-check pip
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.$(EXTRAS)'
	@touch $@

build: $(STAMP)
	$(BIN)/bilat build

test: $(STAMP)
	$(BIN)/ruff check src tests benchmarks fuzz docs hatch_build.py .github/scripts
	$(BIN)/ruff format --check src tests benchmarks fuzz docs hatch_build.py .github/scripts
	$(BIN)/mypy
	$(BIN)/python -m pytest -q

lint: $(STAMP)
	$(BIN)/ruff check --fix src tests benchmarks fuzz docs hatch_build.py .github/scripts
	$(BIN)/ruff format src tests benchmarks fuzz docs hatch_build.py .github/scripts
	$(BIN)/mypy

docs: $(STAMP)
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/readme.py
	$(BIN)/python docs/quality.py
	$(BIN)/python docs/contributing.py

wheel: $(STAMP)
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .

# The wheel as an analyst gets it: no extras, and standing outside of any checkout, whose releases it would read.
wheel-check: wheel
	$(PYTHON) -m venv --clear dist/clean
	dist/clean/bin/python -m pip install -q --disable-pip-version-check dist/*.whl
	root=$$PWD && cd $$(mktemp -d) && $$root/dist/clean/bin/python -I $$root/tests/clean_install.py

verify: $(STAMP)
	$(BIN)/bilat verify

bench: $(STAMP)
	$(BIN)/python -m benchmarks

# Some minutes on two cores; another seed each time. Cases that break a law are saved in build/.fuzz.
fuzz: $(STAMP)
	$(BIN)/python -m fuzz

mutants: $(STAMP)
	$(BIN)/python -m tests.mutants

constraints: $(STAMP)
	$(BIN)/python -m tests.mutants --list > tests/constraints.new
	mv tests/constraints.new tests/constraints.txt

clean:
	rm -rf $(VENV) build/dev build/.fuzz dist
