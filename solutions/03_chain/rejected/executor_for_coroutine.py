# fails: test_task_finds_user_then_city
# diagnosis: executor-misuse
# run_in_executor gets a coroutine function: the thread only makes a coroutine, which is handed on in place of the user.
import asyncio

from given import find_city, find_user


async def task(order: int) -> str:
    loop = asyncio.get_running_loop()
    user = await loop.run_in_executor(None, find_user, order)
    city = await find_city(user)
    print(f"order {order}: {city}")
    return city


async def main() -> None:
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
