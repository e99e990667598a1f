"""The domain works without a user interface: importing every module of evidence never loads streamlit."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMPORT_ALL = """
import importlib, json, pkgutil, sys
import evidence
names = [module.name for module in pkgutil.walk_packages(evidence.__path__, "evidence.")]
for name in names:
    importlib.import_module(name)
print(json.dumps([names, sorted(name for name in sys.modules if name.split(".")[0] == "streamlit")]))
"""


def test_importing_every_module_of_the_domain_loads_no_user_interface():
    run = subprocess.run([sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    names, loaded = json.loads(run.stdout)
    assert "evidence.packs.checks.keys" in names
    assert loaded == []
