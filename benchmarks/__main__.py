"""Run every benchmark: python -m benchmarks."""

import importlib
from pathlib import Path

for module in sorted(path.stem for path in Path(__file__).parent.glob("benchmark_*.py")):
    importlib.import_module(f"benchmarks.{module}").main()
