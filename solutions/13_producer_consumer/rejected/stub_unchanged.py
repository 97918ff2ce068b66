# fails: test_main_leaves_the_work_to_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio


async def task(name: str, queue: asyncio.Queue) -> None:
    """Work for ever: take a number from the queue, work 1 second, print "NAME did NUMBER", mark it done."""
    # TODO: for ever: take a number, work on it for 1 second, print, mark it done


async def main() -> None:
    """Let two workers do the numbers 1 to 5 of a queue, stop them, print "all done"."""
    # TODO: make the queue, put 1 to 5 into it, start task("worker 1", queue) and task("worker 2", queue)
    # TODO: wait until all five are done, stop the workers, wait until they have ended, print


if __name__ == "__main__":
    asyncio.run(main())
