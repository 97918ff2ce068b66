# The clause stands inside the block, whose limit raises its error where the block ends.
# line: 16

import asyncio


async def answer(question):
    await asyncio.sleep(20)
    return f"{question}? Yes."


async def main():
    async with asyncio.timeout(5):
        try:
            print(await answer("Rain"))
        except TimeoutError:
            print("no answer")


if __name__ == "__main__":
    asyncio.run(main())
