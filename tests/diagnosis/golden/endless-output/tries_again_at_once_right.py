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
        for _ in range(3):
            try:
                return self.ring()
            except ConnectionError as error:
                print("nobody answers at", error, "- trying again")
        return "given up"


async def main():
    print(await Phone("555-1234").call())


if __name__ == "__main__":
    asyncio.run(main())
