"""Everything random comes from the run's seed: two runs of one program draw the same.

`random.seed` alone is not enough: `random.Random()` and `SystemRandom` ask the machine, `secrets` and `uuid.uuid4` too.
Nothing that must be secret is drawn in a run.
"""

from __future__ import annotations

import os
import random
from typing import Any

_seed = random.Random.seed


def install(seed: int) -> None:
    """Seed `random`, and put a source of the same seed behind whatever asks the machine."""
    source = random.Random(seed)

    def seeded(self: random.Random, a: Any = None, version: int = 2) -> None:
        _seed(self, source.getrandbits(128) if a is None else a, version)

    def urandom(size: int, /) -> bytes:
        return source.randbytes(size)

    random.Random.seed = seeded  # type: ignore[method-assign]
    random._urandom = os.urandom = urandom  # type: ignore[attr-defined]
    random.seed(seed)
