# fails: test_one_failure_stops_no_other
# diagnosis: wrong-output
# A task that failed is called a second time, though each is to run once.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


async def main():
    jobs = [("A", 1, True), ("B", 2, False), ("C", 3, True)]
    results = await asyncio.gather(*(task(*job) for job in jobs), return_exceptions=True)
    for job, r in zip(jobs, results):
        if isinstance(r, Exception):
            try:
                r = await task(*job)
            except RuntimeError as e:
                r = e
        print(r)


if __name__ == "__main__":
    asyncio.run(main())
