# fails: test_task_prints_two_numbers
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio


async def countdown(start: int, interval: float):
    """Give `start`, `start` - 1, … 1, waiting `interval` seconds before each; at the end print a line."""
    # TODO: wait and yield, from start down to 1; however it ends, print "countdown START closed"


async def task(start: int) -> None:
    """Print the first two numbers of countdown(start, 1), close it, print "task done"."""
    # TODO: print two numbers, leave, see that the generator is closed, print


async def main() -> None:
    """Collect countdown(3, 1) into a list and print it, then run task(5)."""
    # TODO: collect, print the list, then run task(5)


if __name__ == "__main__":
    asyncio.run(main())
