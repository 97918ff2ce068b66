# The functions hold three dots and comments only.
# line: 7

import asyncio


async def greet(name):
    # TODO: wait a second first
    ...


async def main():
    # TODO: call greet
    ...


if __name__ == "__main__":
    asyncio.get_event_loop().run_until_complete(main())
