# Each target sets up what it needs: a Python in .venv and Node tools in tests/node/node_modules.
# A fresh machine needs Python 3.11 or newer with pip, Node 20 or newer with npm, and make.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PYTHON_READY := $(VENV)/.ready
NODE_READY := tests/node/node_modules/.ready
BENCH := tests/benchmarks
BENCH_BIN := $(BENCH)/.venv/bin
BENCH_PYTHON_READY := $(BENCH)/.venv/.ready
BENCH_NODE_READY := $(BENCH)/node/node_modules/.ready

# Tests of one file share what they build, so a file is one worker's; the longest are not the last.
ON_ALL_CORES := --numprocesses auto --dist loadfile --no-loadscope-reorder

.PHONY: help generate check test coverage fuzz bench mutants crash

help:
	@echo "make generate   write generated/ anew from schema/"
	@echo "make check      say whether generated/ is what schema/ makes"
	@echo "make test       run the whole test suite"
	@echo "make fuzz       look for disagreements: SECONDS=60 SEED=0 ARGS='--schema FILE'"
	@echo "make bench      measure speed and size beside the peers, and write docs/benchmarks.*"
	@echo "make mutants    count the wrong bindings that the test vectors notice: ARGS='--sample 100'"
	@echo "make crash      kill 200 runs of generate and look at what they leave: ARGS='--kills 20'"
	@echo "make coverage   run it and measure how much of generator/ it runs"

generate: $(PYTHON_READY)
	$(BIN)/eventwright generate

check: $(PYTHON_READY)
	$(BIN)/eventwright check

test: $(PYTHON_READY) $(NODE_READY)
	$(BIN)/python -m pytest $(ON_ALL_CORES)

coverage: $(PYTHON_READY) $(NODE_READY)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(ON_ALL_CORES)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

SECONDS ?= 60
SEED ?= 0

fuzz: $(PYTHON_READY) $(NODE_READY)
	PYTHONPATH=tests $(BIN)/python -m fuzz --seconds $(SECONDS) --seed $(SEED) $(ARGS)

bench: $(BENCH_PYTHON_READY) $(BENCH_NODE_READY) $(NODE_READY)
	PYTHONPATH=tests $(BENCH_BIN)/python -m benchmarks

mutants: $(PYTHON_READY) $(NODE_READY)
	PYTHONPATH=tests $(BIN)/python -m mutation $(ARGS)

crash: $(PYTHON_READY)
	PYTHONPATH=tests $(BIN)/python -m crash $(ARGS)

# Makes the venv $(1) and installs $(2); it borrows the machine's pip, since some systems ship venv
# without it.
define make_venv
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: name it with PYTHON=" >&2; exit 1; }
	rm -rf $(1)
	$(PYTHON) -m venv --without-pip $(1)
	$(PYTHON) -m pip --python $(1)/bin/python --disable-pip-version-check install --quiet $(2)
endef

$(PYTHON_READY): pyproject.toml
	$(call make_venv,$(VENV),--editable '.[dev]')
	@touch $@

# The peers have a venv of their own, so that the tests run without them.
$(BENCH_PYTHON_READY): pyproject.toml $(BENCH)/requirements.txt
	$(call make_venv,$(BENCH)/.venv,--editable . --requirement $(BENCH)/requirements.txt)
	@touch $@

$(NODE_READY) $(BENCH_NODE_READY): %/node_modules/.ready: %/package.json %/package-lock.json %/.npmrc
	cd $* && npm ci --loglevel=error
	@touch $@
