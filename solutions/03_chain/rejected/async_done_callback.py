# fails: test_task_finds_user_then_city
# diagnosis: coroutine-as-callback
# An async function is given to add_done_callback, which calls it like a plain one: the city is never asked for.
import asyncio

from given import find_city, find_user


async def task(order):
    answer = []

    async def user_found(finished):
        city = await find_city(finished.result())
        print(f"order {order}: {city}")
        answer.append(city)

    user_task = asyncio.create_task(find_user(order))
    user_task.add_done_callback(user_found)
    await user_task
    return answer[0] if answer else ""


async def main():
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    asyncio.run(main())
