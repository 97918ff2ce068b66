"""The old school: a chain of callbacks, and a future that `task` hands out."""

import asyncio

import given


def task(order):
    loop = asyncio.get_running_loop()
    answer = loop.create_future()
    step = None

    def next_step(coroutine, callback):
        nonlocal step
        step = loop.create_task(coroutine)
        step.add_done_callback(callback)

    def failed(finished):
        if answer.done():
            return True
        if finished.cancelled():
            answer.cancel()
            return True
        if finished.exception() is not None:
            answer.set_exception(finished.exception())
            return True
        return False

    def on_user(finished):
        if not failed(finished):
            next_step(given.find_city(finished.result()), on_city)

    def on_city(finished):
        if not failed(finished):
            city = finished.result()
            print(f"order {order}: {city}")
            answer.set_result(city)

    def on_answer(_):
        if answer.cancelled():
            step.cancel()

    answer.add_done_callback(on_answer)
    next_step(given.find_user(order), on_user)
    return answer


async def main():
    answers = [task(order) for order in (1, 2, 3)]
    for answer in answers:
        await answer


if __name__ == "__main__":
    asyncio.run(main())
