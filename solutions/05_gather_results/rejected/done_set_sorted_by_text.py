# fails: test_results_in_the_order_asked
# diagnosis: output-order
# The results come out of the set of asyncio.wait, which has no order; here they are sorted by their text to be tidy.

import asyncio


async def task(item, delay):
    await asyncio.sleep(delay)
    return item + " after " + str(delay) + " s"


async def main():
    tasks = [asyncio.create_task(task(*o)) for o in (("tea", 3), ("coffee", 1), ("water", 2))]
    done, _ = await asyncio.wait(tasks)
    for text in sorted(t.result() for t in done):
        print(text)


if __name__ == "__main__":
    asyncio.run(main())
