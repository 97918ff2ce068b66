"""gather with return_exceptions=True, which makes no difference as long as nothing fails."""

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    answers = await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2), return_exceptions=True)
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
        print(answer)


if __name__ == "__main__":
    asyncio.run(main())
