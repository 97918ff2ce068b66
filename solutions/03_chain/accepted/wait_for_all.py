"""asyncio.wait on a set of tasks; the results are looked at afterwards, so no error is lost."""

import asyncio
import given


async def task(order: int) -> str:
    user = await given.find_user(order)
    city = await given.find_city(user)
    print(f"order {order}: {city}", flush=True)
    return city


async def main() -> None:
    tasks = {asyncio.create_task(task(n)) for n in [1, 2, 3]}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.ALL_COMPLETED)
    assert not pending
    for finished in done:
        finished.result()


if __name__ == "__main__":
    asyncio.run(main())
