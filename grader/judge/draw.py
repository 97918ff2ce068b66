"""Values that a check draws at random: never the same for two submissions, always the same for one."""

from __future__ import annotations

import hashlib
import hmac
import random

NAMES = [
    "Amazon",
    "Congo",
    "Danube",
    "Elbe",
    "Euphrates",
    "Ganges",
    "Indus",
    "Jordan",
    "Kama",
    "Loire",
    "Mekong",
    "Nile",
    "Oder",
    "Parana",
    "Rhine",
    "Seine",
    "Tagus",
    "Ural",
    "Volga",
    "Weser",
    "Yukon",
    "Zambezi",
]


class Draw(random.Random):
    """The fixture `rng`: a `random.Random` with the values that checks need."""

    def name(self) -> str:
        """Return a name that no example uses."""
        return f"{self.choice(NAMES)} {self.randint(10, 99)}"

    def names(self, count: int) -> list[str]:
        """Return different names."""
        return [f"{name} {self.randint(10, 99)}" for name in self.sample(NAMES, count)]

    def delay(self) -> float:
        """Return a delay in seconds: a multiple of 0.25, from 0.25 to 8, exact in binary."""
        return self.randint(1, 32) / 4

    def delays(self, count: int) -> list[float]:
        """Return different delays, in seconds."""
        return [quarter / 4 for quarter in self.sample(range(1, 33), count)]

    def number(self) -> int:
        """Return a number that no example uses."""
        return self.randint(1_000, 9_999)


def hash_seed(secret: bytes, slug: str) -> int:
    """Return PYTHONHASHSEED of every run under an exercise: a warm process cannot change it for the next submission."""
    return int.from_bytes(digest(secret, slug)[:3], "big")


def digest(secret: bytes, *parts: str) -> bytes:
    """Return the HMAC of texts under the instructor's secret: equal for equal input, not to be chosen by a learner."""
    message = b"".join(len(data).to_bytes(8, "big") + data for data in (part.encode() for part in parts))
    return hmac.digest(secret or b"asyncgrade", message, hashlib.sha256)
