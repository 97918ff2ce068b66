# fails: test_task_finds_user_then_city
# diagnosis: nested-event-loop
# An old idiom: run_until_complete on the loop that is running already; RuntimeError.
import asyncio
import given


def wait_for_result(coroutine):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(coroutine)


async def task(order):
    user = wait_for_result(given.find_user(order))
    city = wait_for_result(given.find_city(user))
    print("order %s: %s" % (order, city))
    return city


async def main():
    await asyncio.gather(task(1), task(2), task(3))


if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(main())
    loop.close()
