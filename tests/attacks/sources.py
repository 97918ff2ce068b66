"""Programs that are too large, or no text at all, to lie in the corpus as files: name → bytes."""

PROGRAM = """
import asyncio


async def fetch_all(fetch, ids):
    return await asyncio.gather(*map(fetch, ids))


async def main():
    from given import fetch

    print(await fetch_all(fetch, [1, 2, 3, 4, 5]))
"""
"""A right program: what makes it hostile comes after it."""


def _helpers(count: int) -> str:
    return "".join(
        f"\n\ndef helper_{n}(value):\n    {f'return helper_{n - 1}(value)' if n else 'return value'}\n"
        for n in range(count)
    )


SOURCES: dict[str, bytes] = {
    "healthy": PROGRAM.encode(),
    "minuses": f"{PROGRAM}\nx = {'-' * 100_000}1\n".encode(),
    "attributes": f"{PROGRAM}\nif 0:\n    x = asyncio{'.a.b' * 50_000}\n".encode(),
    "elifs": f"{PROGRAM}\nif 0: 0\n".encode() + b"elif 0: 0\n" * 20_000,
    "parentheses": f"{PROGRAM}\nx = {'(' * 100_000}{')' * 100_000}\n".encode(),
    "operators": f"{PROGRAM}\nx = 1{'+1' * 100_000}\n".encode(),
    "digits": f"{PROGRAM}\nx = {'9' * 200_000}\n".encode(),
    "megabytes": PROGRAM.encode() + b"#" * (20 << 20),
    "nul": PROGRAM.encode() + b"\0\n",
    "cookie": b"# -*- coding: no-such-encoding -*-\n" + PROGRAM.encode(),
    "cookie_that_decodes_to_code": b"# -*- coding: utf-7 -*-\n" + PROGRAM.encode() + b"+AAo-import os; os._exit(0)\n",
    "utf16": PROGRAM.encode("utf-16"),
    "surrogates": PROGRAM.encode() + b"x = '\xed\xa0\x80'\n",
    "surrogate_names": PROGRAM.encode()
    + rb"raise ValueError('\ud800\udfff', __import__('sys').stdout.write('\ud800'))",
    "long": (_helpers(100) + PROGRAM.replace("map(fetch, ids)", "map(fetch, map(helper_99, ids))")).encode(),
}
