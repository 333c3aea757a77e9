# `make` alone lists the targets.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PORT ?= 8000
# A Python from 3.12 on; by default the first that build_tools/find_python.sh finds.
PYTHON3 ?=
# How many random components `make fuzz` tries.
FUZZ ?= 20000

VENV := .venv
PYTHON := $(VENV)/bin/python
STAMPS := $(VENV)/stamps
NODE_MODULES := runtime_js/node_modules
NPM_INSTALLED := $(NODE_MODULES)/.package-lock.json
OTHER_BROWSERS := tests/other_browsers
CLIENT_BENCHMARK := benchmarks/client
ASSETS := pyui/build/assets
SCRIPTS := $(addprefix $(ASSETS)/,$(patsubst %,runtime/%.js,start runtime takeover navigation viewports packages offline) capture.js service_worker.js make_snapshot.mjs)
SHIPPED := $(wildcard pyui/*.py pyui/browser/*.py pyui/reactive/*.py pyui/router/*.py pyui/view/*.py)
CHECKED := pyui build_tools tests $(wildcard examples benchmarks)

.PHONY: help setup assets protocol chromium demo test test-browsers fuzz lint format bench peers dist clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

setup: $(STAMPS)/installed assets chromium ## make .venv and everything else that the other targets need

demo: setup ## build and serve the example shop on PORT (8000)
	$(VENV)/bin/pyui build examples.shop.main:app --output server --out examples/shop/dist
	@echo "The shop is at http://127.0.0.1:$(PORT)/"
	$(VENV)/bin/pyui serve examples.shop.main:app --dist examples/shop/dist --port $(PORT)

test: setup $(CLIENT_BENCHMARK)/node_modules/.package-lock.json ## run all tests, in as many processes as there are processors
	$(PYTHON) -m pytest --numprocesses auto --dist loadfile

fuzz: setup ## try FUZZ (20000) random components in Chromium, others than the last time
	PYUI_FUZZ=$(FUZZ) $(PYTHON) -m pytest tests/browser/test_random.py

test-browsers: setup $(STAMPS)/browsers $(OTHER_BROWSERS)/node_modules/.package-lock.json ## run the shared cases in Firefox and WebKit
	@build_tools/install_other_browsers.sh
	$$(command -v xvfb-run && echo --auto-servernum) $(PYTHON) -m pytest $(OTHER_BROWSERS)

lint: setup ## check style, types and generated files
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy $(CHECKED)
	$(NODE_MODULES)/.bin/pyright
	$(NODE_MODULES)/.bin/tsc --project runtime_js/tsconfig.json
	$(PYTHON) -m build_tools.generate_protocol --check

format: setup ## repair what ruff can repair
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench: setup $(CLIENT_BENCHMARK)/node_modules/.package-lock.json ## run all benchmarks with full sizes
	@for file in $(filter-out benchmarks/_%,$(wildcard benchmarks/*.py)); do echo "== $$file"; $(PYTHON) "$$file"; done

peers: benchmarks/peers/node_modules/.package-lock.json ## build what benchmarks/ssr.py compares with in Node
	cd benchmarks/peers && node build.mjs

dist: setup ## build the wheel and the source distribution into dist/
	$(PYTHON) -m build

protocol: $(STAMPS)/created ## write runtime_js/src/protocol.js from pyui/view/protocol.py
	$(PYTHON) -m build_tools.generate_protocol

clean: ## remove all that the other targets make
	rm -rf $(VENV) $(NODE_MODULES) $(OTHER_BROWSERS)/node_modules benchmarks/*/node_modules benchmarks/peers/build $(ASSETS)
	rm -rf dist build examples/*/dist test-results
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

chromium:
	@build_tools/install_chromium.sh

assets: $(ASSETS)/pyodide/python_stdlib.zip $(ASSETS)/pyui.zip $(SCRIPTS)

$(STAMPS)/created: .python-version build_tools/find_python.sh
	python3="$(PYTHON3)"; "$${python3:-$$(build_tools/find_python.sh)}" -m venv --clear $(VENV)
	$(PYTHON) -m pip install -qq --upgrade 'pip>=25.1'
	mkdir -p $(@D) && touch $@

# The assets come first: an editable install makes them too where they are missing, but says less about it.
$(STAMPS)/installed: pyproject.toml build_tools/hatch_hook.py $(STAMPS)/created | assets
	$(PYTHON) -m pip install -qq --editable . --group dev
	touch $@

$(STAMPS)/browsers: pyproject.toml $(STAMPS)/installed
	$(PYTHON) -m pip install -qq --group browsers
	touch $@

%/node_modules/.package-lock.json: %/package.json %/package-lock.json
	cd $* && npm ci
	touch $@

$(ASSETS)/pyodide/python_stdlib.zip: $(NPM_INSTALLED) build_tools/vendor_pyodide.py $(wildcard build_tools/*.mjs) build_tools/bytecode.py build_tools/compile_stdlib.py pyui/server/_imports.py $(STAMPS)/created
	$(PYTHON) -m build_tools.vendor_pyodide

$(ASSETS)/pyui.zip: $(SHIPPED) build_tools/bundle_pyui.py build_tools/bytecode.py build_tools/compile_pyui.py build_tools/in_pyodide.mjs $(NPM_INSTALLED) $(STAMPS)/created
	$(PYTHON) -m build_tools.bundle_pyui

$(SCRIPTS) &: $(wildcard runtime_js/src/*.js) $(NPM_INSTALLED) build_tools/bundle_runtime.py $(STAMPS)/created
	$(PYTHON) -m build_tools.bundle_runtime
