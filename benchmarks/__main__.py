"""Run the benchmarks: python -m benchmarks [NAME ...]. Without names: all but the long ones."""

import importlib
import sys
from pathlib import Path

PREFIX = "benchmark_"
ALL = {path.stem.removeprefix(PREFIX): path.stem for path in sorted(Path(__file__).parent.glob(f"{PREFIX}*.py"))}

named = sys.argv[1:]
if unknown := [name for name in named if name not in ALL]:
    sys.exit(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(ALL)}.")
for name in named or ALL:
    module = importlib.import_module(f"benchmarks.{ALL[name]}")
    if named or not getattr(module, "ONLY_WHEN_NAMED", False):
        module.main()
