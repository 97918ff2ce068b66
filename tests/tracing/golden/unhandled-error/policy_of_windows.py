# A policy that asyncio has on Windows only.
# line: 6

import asyncio

asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())
asyncio.run(asyncio.sleep(1))
