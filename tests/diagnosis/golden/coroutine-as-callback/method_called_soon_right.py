import asyncio


class Bus:
    def __init__(self):
        self.listeners = []

    def on(self, listener):
        self.listeners.append(listener)

    def emit(self, word):
        loop = asyncio.get_event_loop()
        for listener in self.listeners:
            loop.call_soon(listener, word)


class Parrot:
    def hear(self, word):
        asyncio.get_event_loop().call_later(0.2, print, word, word)


async def main():
    bus = Bus()
    bus.on(Parrot().hear)
    bus.emit("hello")
    await asyncio.sleep(1)


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(main())
