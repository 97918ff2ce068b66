# fails: test_cancels_what_is_late
# diagnosis: cancelled-not-awaited
# The late task is cancelled, but main returns before it has ended.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def main():
    pending = {
        asyncio.create_task(task("fast", 1), name="fast"),
        asyncio.create_task(task("slow", 10), name="slow"),
    }
    end = asyncio.get_running_loop().time() + 2
    while pending:
        done, pending = await asyncio.wait(
            pending,
            timeout=end - asyncio.get_running_loop().time(),
            return_when=asyncio.FIRST_COMPLETED,
        )
        for t in done:
            print(t.result())
        if not done:
            for t in sorted(pending, key=lambda t: t.get_name()):
                print(f"{t.get_name()} timed out")
                t.cancel()
            return


if __name__ == "__main__":
    asyncio.run(main())
