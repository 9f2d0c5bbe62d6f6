# Needs Python 3.11 or later, make and git; everything else comes from the package registries.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA ?=
SEEDS ?=
GOLD ?=
PAGES ?=

.PHONY: demo room test soak lint gate bench lock clean

$(READY): pyproject.toml requirements.lock hatch_build.py $(wildcard frontend/*)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(READY)

demo: $(READY)  ## read the example with its roads and write its account
	$(BIN)/warmonitor roads add examples/roads/khan-sheikhoun.geojson --references out/references \
	  --licence "Apache-2.0, drawn for warmonitor"
	$(BIN)/warmonitor account examples/khan-sheikhoun --references out/references --out out/demo --timings --open

room: $(READY)  ## keep the example in a store and read it in the browser, until interrupted
	$(BIN)/warmonitor roads add examples/roads/khan-sheikhoun.geojson --references out/references \
	  --licence "Apache-2.0, drawn for warmonitor"
	$(BIN)/warmonitor store add examples/khan-sheikhoun --store out/store --references out/references
	$(BIN)/warmonitor run --store out/store --references out/references
	$(BIN)/warmonitor serve --store out/store --references out/references --as Reader --open

test: $(READY)  ## run every test
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

soak: $(READY)  ## stores killed, stopped and filled up as often as is promised: hours
	WARMONITOR_SOAK=1 $(BIN)/python -m pytest tests/store tests/run/test_watch_pool.py --timeout=0

lint: $(READY)  ## style, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

gate: $(READY)  ## quality floors; DATA=folder adds the public sets, SEEDS=folder GOLD=file a case of one's own
	$(BIN)/python -m eval.gate $(if $(DATA),--data $(DATA)) $(if $(SEEDS),--seeds $(SEEDS) --gold $(GOLD))

bench: $(READY)  ## speed and memory; PAGES=folder of saved pages to read instead of made ones
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip install --quiet --group bench
	$(BIN)/python -m bench $(if $(PAGES),--pages $(PAGES))

lock: $(READY)  ## renew requirements.lock from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --group dev --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) out build dist
