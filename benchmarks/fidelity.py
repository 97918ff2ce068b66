"""CPython's own asyncio tests on the virtual loop and on the stock one, in one run, compared outcome by outcome.

    python benchmarks/fidelity.py                           ours
    python benchmarks/fidelity.py --loop looptime           another package's loop, where it is installed
    python benchmarks/fidelity.py test_tasks test_locks     these modules only

Exit status 1: a test that passes on the stock loop does not on the other, or fewer than 1,500 tests were compared.
Takes some minutes.
"""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.fidelity.loops import NAMES
from tests.fidelity.suite import LEAST, counted, modules, run, worse


def main() -> int:
    """Run both, print what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", help="modules of test.test_asyncio, such as test_tasks; all by default")
    parser.add_argument("--loop", choices=NAMES, default="ours", help="whose loop")
    parser.add_argument("--jobs", type=int, default=2, help="modules that run side by side")
    options = parser.parse_args()
    names = modules()
    if not names:
        print("test.test_asyncio is not installed: some systems package it apart from Python")
        return 1
    if options.modules:
        names = [name for name in names if name.rpartition(".")[2] in options.modules]
    stock, other = run("stock", names, options.jobs), run(NAMES[options.loop], names, options.jobs)
    differing = worse(stock, other)
    for test, outcome in differing.items():
        print(f"{outcome.kind:8} {test}:", outcome.detail.strip().rpartition("\n")[2])
    compared = len(stock.keys() & other.keys())
    print(f"Python {platform.python_version()}: {compared} tests compared")
    for name, outcomes in (("stock", stock), (options.loop, other)):
        print(f"{name:16}", ", ".join(f"{count} {kind}" for kind, count in counted(outcomes).most_common()))
    print(f"{len(differing)} pass on the stock loop and do not on this one")
    if not options.modules and compared < LEAST:
        print(f"fewer than {LEAST}: too few to say anything")
        return 1
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main())
