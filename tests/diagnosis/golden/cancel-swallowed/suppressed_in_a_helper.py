# The wait is in a helper, and the helper suppresses the cancellation of whoever calls it.
# line: 9

import asyncio
import contextlib


async def quiet_sleep(seconds):
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.sleep(seconds)


async def guard(gate):
    print("guard at", gate)
    await quiet_sleep(8)
    print("gate", gate, "locked")


async def main():
    night = asyncio.ensure_future(guard("north"))
    await asyncio.sleep(2)
    night.cancel()
    await asyncio.wait([night])
    print("cancelled:", night.cancelled())


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
