# The future is made on a loop that is not the one that runs.
# line: 12

import asyncio

loop = asyncio.new_event_loop()
letter = loop.create_future()


async def main():
    asyncio.get_running_loop().call_later(1, letter.set_result, "news")
    print(await letter)


if __name__ == "__main__":
    asyncio.run(main())
