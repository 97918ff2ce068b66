# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio


class Connection:
    """A connection that takes `delay` seconds to open and 0.5 seconds to close, for `async with`."""

    def __init__(self, name: str, delay: float) -> None:
        """Remember the name, and how long it takes to open."""
        # TODO: remember name and delay

    # TODO: entering waits `delay` seconds and prints "NAME open"
    # TODO: leaving waits 0.5 seconds and prints "NAME closed", whatever happened inside


async def task(name: str, delay: float, ok: bool) -> None:
    """Print "NAME used" inside a connection, or raise RuntimeError("NAME broke") when `ok` is false."""
    # TODO: must use: async with Connection(name, delay)
    # TODO: inside it print, or raise the error


async def main() -> None:
    """Run A (1 second, ok) and B (2 seconds, not ok) at the same time, print the error that comes out."""
    # TODO: run task("A", 1, True) and task("B", 2, False) at the same time
    # TODO: print "error: " and the text of an error that came out


if __name__ == "__main__":
    asyncio.run(main())
