# make run: set up and open the dashboard.  make serve: two replicas behind nginx.  make test: set up and run every check.
# Both listen on this machine alone; HOST=0.0.0.0 after either lets others in, and phones to vote. HOST is not taken from the environment: some
# shells set it to the name of the machine.
PYTHON ?= python3
HOST = 127.0.0.1
REPLICAS ?= 2
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup run serve test check lint unit browser served walk bench lock

run: PORT ?= 8501
run: setup
	EVIDENCE_PDF=$${EVIDENCE_PDF:-1} $(BIN)/streamlit run dashboard.py --server.address $(HOST) --server.port $(PORT)

serve: PORT ?= 8080
serve: setup
	sh deploy/get_nginx.sh
	$(BIN)/python deploy/serve.py --host $(HOST) --port $(PORT) --replicas $(REPLICAS)

setup: $(VENV)/runtime.done

test: $(VENV)/test.done $(VENV)/system.done lint check unit browser served

check: $(VENV)/runtime.done
	$(BIN)/python -m evidence check data
	$(BIN)/python -m evidence check examples/bcg

lint: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy

unit: $(VENV)/test.done
	$(BIN)/python -m pytest -n auto tests --ignore=tests/browser --ignore=tests/served

browser: $(VENV)/test.done $(VENV)/system.done
	$(BIN)/python -m pytest -n 2 tests/browser

served: $(VENV)/test.done $(VENV)/system.done
	$(BIN)/python -m pytest tests/served

# A long random walk over all pages; its seed is printed, and WALK_SEED=... repeats it. Then a line that is cut for a minute,
# and every step of the journal club of every pack and study, in both versions, on the smallest and largest screen.
walk: $(VENV)/test.done $(VENV)/system.done
	WALK_STEPS=$${WALK_STEPS:-3000} WALK_SEED=$${WALK_SEED:-$$(date +%s)} $(BIN)/python -m pytest -s tests/browser/test_walk.py
	ROOM_CUT_S=60 $(BIN)/python -m pytest tests/browser/test_room_cut.py
	FITS=all $(BIN)/python -m pytest tests/browser/test_club_fits.py

bench: $(VENV)/test.done $(VENV)/system.done
	$(BIN)/python -m benchmarks

# The locks are made for Python 3.11 and newer, with hashes; the bill of materials follows them.
lock: $(VENV)/test.done
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile requirements.txt --universal --python-version 3.11 --generate-hashes --quiet -o requirements.lock
	$(BIN)/uv pip compile requirements-test.txt --universal --python-version 3.11 --generate-hashes --quiet -o requirements-test.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	$(BIN)/python -m tests.bill_of_materials

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; found " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/runtime.done: requirements.lock | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.done: requirements-test.lock | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	@touch $@ $(VENV)/runtime.done

# A browser, R with metafor, LibreOffice for looking at the slides, nginx and Redis: from Debian where apt is there.
$(VENV)/system.done: tests/system_packages.sh deploy/get_nginx.sh | $(BIN)/python
	sh tests/system_packages.sh $(BIN)/python
	@touch $@
