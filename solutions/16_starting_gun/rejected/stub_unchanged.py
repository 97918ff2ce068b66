# fails: test_main_calls_task
# diagnosis: unfinished-stub
# The stub as it was handed out; nothing is written yet.
import asyncio


async def task(name: str, gate: asyncio.Event) -> None:
    """Print "NAME ready", wait until the gate is open, print "NAME go"."""
    # TODO: print, wait for the gate, print


async def main() -> None:
    """Start A, B and C at one gate, open it after 2 seconds, wait for all three."""
    # TODO: make the gate, start task("A", gate), task("B", gate) and task("C", gate)
    # TODO: open the gate after 2 seconds, wait until all three have ended


if __name__ == "__main__":
    asyncio.run(main())
