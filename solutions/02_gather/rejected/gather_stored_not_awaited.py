# fails: test_waits_for_both
# diagnosis: gather-misuse
# Keeps what gather gives in a variable, as if it were the results, and never awaits it.

import asyncio


async def task(name, delay):
    print(f"{name} started")
    await asyncio.sleep(delay)
    print(f"{name} finished")


async def run_all(jobs):
    results = asyncio.gather(*[task(name, delay) for name, delay in jobs])
    return results


async def main():
    jobs = [("Task A", 2), ("Task B", 1)]
    everything = await run_all(jobs)


if __name__ == "__main__":
    asyncio.run(main())
