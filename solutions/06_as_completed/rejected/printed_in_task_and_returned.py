# fails: test_task_waits_and_returns
# diagnosis: wrong-output
# task prints its text as well as returning it, and main throws the results away; printing is main's work.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    text = f"{item} after {delay} s"
    print(text)
    return text


async def main():
    await asyncio.gather(task("tea", 3), task("coffee", 1), task("water", 2))


if __name__ == "__main__":
    asyncio.run(main())
