# A call that always fails is tried again, without a pause and without an end.
# line: 23
import asyncio


class Phone:
    """Calls a number until somebody answers."""

    def __init__(self, number):
        self.number = number
        self.answers = False

    def ring(self):
        if not self.answers:
            raise ConnectionError(self.number)
        return "hello?"

    async def call(self):
        while True:
            try:
                return self.ring()
            except ConnectionError as error:
                print("nobody answers at", error, "- trying again")


async def main():
    print(await Phone("555-1234").call())


if __name__ == "__main__":
    asyncio.run(main())
