# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio


async def task(name: str, delay: float) -> str:
    """Wait `delay` seconds and return `name`; when cancelled, print "NAME cancelled" and let it go on."""
    # TODO: wait and return the name; when cancelled, print and let the cancellation go on


async def main() -> None:
    """Race north (3 seconds), south (1) and east (2), cancel the losers, print who won."""
    # TODO: run the three at the same time, take the first answer, cancel the others,
    # TODO: wait until they have ended, print "NAME won"


if __name__ == "__main__":
    asyncio.run(main())
