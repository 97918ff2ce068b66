# fails: test_each_has_its_own_limit
# diagnosis: timeout-misuse
# wait_for round gather; the fast answer is lost, and both are said to have timed out.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def main():
    try:
        answers = await asyncio.wait_for(asyncio.gather(task("fast", 1), task("slow", 10)), 2)
        for answer in answers:
            print(answer)
    except asyncio.TimeoutError:
        print("fast timed out")
        print("slow timed out")


if __name__ == "__main__":
    asyncio.run(main())
