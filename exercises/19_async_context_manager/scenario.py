"""Author's driver: uses the learner's `Connection`, and watches how `task` leaves it."""

import asyncio


async def error_of(learner, *arguments):
    """Run `task`, and print the error that leaves it."""
    try:
        await learner.task(*arguments)
    except Exception as error:
        print(f"{type(error).__name__} came out: {error}")


async def cancelled_inside(learner, name, delay, seconds):
    """Open a connection, cancel its user after so many seconds, and return how that ended."""
    user = asyncio.ensure_future(_use(learner.Connection(name, delay)))
    await asyncio.sleep(seconds)
    user.cancel()
    await asyncio.wait([user])
    return "cancelled" if user.cancelled() else "not cancelled"


async def _use(connection):
    async with connection:
        await asyncio.Event().wait()


async def left_with(learner, name, delay, ok):
    """Run `task`, and return the class of the error with which each connection is left."""
    connection, errors = learner.Connection, []

    class Watched:
        """The learner's connection, whose leaving is watched."""

        def __init__(self, *args, **kwargs):
            self.watched = connection(*args, **kwargs)

        async def __aenter__(self):
            return await self.watched.__aenter__()

        async def __aexit__(self, kind, error, traceback):
            errors.append(getattr(kind, "__name__", "nothing"))
            return await self.watched.__aexit__(kind, error, traceback)

    learner.Connection = Watched
    await asyncio.gather(learner.task(name, delay, ok), return_exceptions=True)
    return errors
