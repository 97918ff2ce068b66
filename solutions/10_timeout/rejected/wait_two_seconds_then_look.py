# fails: test_each_has_its_own_limit
# diagnosis: handled-late
# asyncio.wait for 2 s, then a look at what is done; the fast answer is printed a second late.

import asyncio


async def task(name, delay):
    await asyncio.sleep(delay)
    return name + " answer"


async def main():
    tasks = {"fast": asyncio.create_task(task("fast", 1)), "slow": asyncio.create_task(task("slow", 10))}
    done, pending = await asyncio.wait(tasks.values(), timeout=2)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    for name, t in tasks.items():
        if t in done:
            print(t.result())
        else:
            print(f"{name} timed out")


if __name__ == "__main__":
    asyncio.run(main())
