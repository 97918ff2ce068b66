# A timer of threads sets the result of a future of the event loop.
# line: 18
import asyncio
import threading


class Sensor:
    """Calls back from a thread of its own, like many drivers do."""

    def read(self, callback):
        threading.Timer(2, callback, args=[21.5]).start()


async def temperature(sensor):
    future = asyncio.get_running_loop().create_future()

    def done(value):
        future.set_result(value)

    sensor.read(done)
    return await future


async def main():
    value = await temperature(Sensor())
    print(value, "degrees")


if __name__ == "__main__":
    asyncio.run(main())
