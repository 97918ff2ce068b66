"""The work is one future, awaited together with the heartbeat; whatever is left then is cancelled."""

import asyncio
from given import heartbeat, slow_hash


async def task(text):
    return await asyncio.to_thread(slow_hash, text)


async def main():
    work = asyncio.gather(task("spam"), task("eggs"))
    heart = asyncio.create_task(heartbeat())
    done, pending = await asyncio.wait({work, heart}, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.wait(pending)
    spam, eggs = work.result()
    print(f"spam {spam}")
    print(f"eggs {eggs}")


asyncio.run(main())
