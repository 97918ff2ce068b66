# The last line awaits main itself.
# line: 12

import asyncio


async def main():
    await asyncio.sleep(1)
    print("hello")


await main()
