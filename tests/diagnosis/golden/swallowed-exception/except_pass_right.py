import asyncio


class Mailer:
    def __init__(self):
        self.sent = 0

    async def send(self, address):
        await asyncio.sleep(1)
        if "@" not in address:
            raise ValueError(f"no address: {address}")
        self.sent += 1

    async def send_all(self, addresses):
        for address in addresses:
            try:
                await self.send(address)
            except ValueError as error:
                print(error)


async def main():
    mailer = Mailer()
    await mailer.send_all(["a@b.org", "nowhere", "c@d.org"])
    print("sent", mailer.sent)


if __name__ == "__main__":
    asyncio.run(main())
