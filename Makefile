# Every developer command, by name. Needs make and Python 3.11 or newer; all else goes into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 4
MEASURES := normaliser readability speed scaling findings_time memory
SERIES := quillmoor/privacy-policy@eu
OLD := $(SERIES)@2024-02-12
NEW := $(SERIES)@2024-05-22

.PHONY: help demo test lint types bench model docs site picture format clean
.DELETE_ON_ERROR:

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/installed  ## verify the archive of the fictional platform, compare two of its snapshots; writes two pages
	@$(BIN)/policydiff verify
	@echo
	@$(BIN)/policydiff compare $(OLD) $(NEW) --html demo.html
	@$(BIN)/policydiff log $(SERIES) --html demo-history.html >/dev/null
	@echo
	@echo "The same as a page to read in a browser: $(CURDIR)/demo.html"
	@echo "All that changed since it is recorded:   $(CURDIR)/demo-history.html"

test: $(VENV)/developed  ## run every test, in random order, several at once (WORKERS=0: one by one)
	$(BIN)/python -m pytest -q -n $(WORKERS) $(ARGS)

lint: $(VENV)/developed  ## check style and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/developed  ## check types
	$(BIN)/mypy

bench: $(VENV)/measuring  ## measure the figures of the docs, or some: make bench MEASURES="speed memory"
	@failed=; for measure in $(MEASURES); do \
	  echo "== $$measure"; $(BIN)/python -m benchmarks.$$measure || failed="$$failed $$measure"; \
	done; test -z "$$failed" || { echo "below a floor:$$failed" >&2; exit 1; }

model: $(VENV)/training  ## fit the reader of statements to a folder of labelled policies (POLICYDIFF_CORPUS), and measure it
	$(BIN)/python -m training.fit --folds $(VENV)/folds
	$(BIN)/python -m training.table --folds $(VENV)/folds

docs: $(VENV)/installed  ## write into the docs what their examples print
	$(BIN)/python docs/run.py

site: $(VENV)/developed  ## make a site of the docs in build/site; a link that leads nowhere stops it
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/site
	@echo "The docs as a site: $(CURDIR)/build/site/index.html"

picture: demo  ## draw the picture of the README from demo.html, by Chromium
	chromium --headless --hide-scrollbars --window-size=760,1200 --screenshot=docs/report.png file://$(CURDIR)/demo.html

format: $(VENV)/developed  ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:  ## remove what these commands made
	rm -rf $(VENV) demo.html demo-history.html build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The files "created", "installed", "developed" and "measuring" say which steps of the set-up are done.

$(VENV)/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "policydiff needs Python 3.11 or newer; name one: make demo PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/created pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[office,pdf,warc]'
	@touch $@

$(VENV)/developed: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(VENV)/measuring: $(VENV)/developed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	@touch $@

$(VENV)/training: $(VENV)/developed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,training]'
	@touch $@
