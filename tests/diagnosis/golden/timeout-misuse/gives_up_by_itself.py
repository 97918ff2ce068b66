# The search has a limit of its own, and is to last as long as it takes.
# line: 14

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    begun = loop.time()
    for shelf in range(5):
        await asyncio.sleep(1)
        print("looked through shelf", shelf)
        if loop.time() - begun >= 3:
            raise TimeoutError("no key")
    print("found the key")
