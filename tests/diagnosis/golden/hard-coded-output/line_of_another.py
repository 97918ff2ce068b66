# The line that `knock` is to print stands in `main`.
# line: 13

import asyncio


async def knock(door):
    await asyncio.sleep(1)


async def main():
    await knock("green")
    print("knocked at green")
    print("nobody there")
