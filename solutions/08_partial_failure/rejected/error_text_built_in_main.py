# fails: test_one_failure_stops_no_other
# diagnosis: hard-coded-output
# The error's text is built from the name again, so an error with another text is told wrongly; the error itself is not used.

import asyncio


async def task(name, delay, ok):
    await asyncio.sleep(delay)
    if ok:
        return name + " ok"
    else:
        raise RuntimeError(name + " failed")


JOBS = [("A", 1, True), ("B", 2, False), ("C", 3, True)]


async def main():
    results = await asyncio.gather(*[task(*job) for job in JOBS], return_exceptions=True)
    for job, result in zip(JOBS, results):
        if isinstance(result, Exception):
            print(job[0] + " failed")
        else:
            print(job[0] + " ok")


if __name__ == "__main__":
    asyncio.run(main())
