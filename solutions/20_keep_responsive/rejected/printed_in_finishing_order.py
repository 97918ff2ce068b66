# fails: test_main_runs_all_at_the_same_time
# diagnosis: output-order
# The results are printed in the order in which as_completed gives them, which is nobody's promise.
import asyncio

from given import heartbeat, slow_hash


async def task(text: str) -> int:
    return await asyncio.to_thread(slow_hash, text)


async def main() -> None:
    beating = asyncio.create_task(heartbeat())

    async def named(text):
        return text, await task(text)

    lines = []
    for ended in asyncio.as_completed([named("spam"), named("eggs")]):
        lines.append(await ended)
    beating.cancel()
    await asyncio.gather(beating, return_exceptions=True)
    for text, number in lines:
        print(text, number)


if __name__ == "__main__":
    asyncio.run(main())
