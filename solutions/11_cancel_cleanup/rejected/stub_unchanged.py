# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio


async def task(name: str) -> None:
    """Print "NAME opened", then "NAME tick" after every second, for ever; when cancelled, "NAME closed"."""
    # TODO: print, tick for ever; when cancelled, print the last line and end as cancelled


async def main() -> None:
    """Start task("worker"), cancel it after 2.5 seconds, wait until it has ended, print "main done"."""
    # TODO: start task("worker"), cancel it after 2.5 seconds, wait for its end, print


if __name__ == "__main__":
    asyncio.run(main())
