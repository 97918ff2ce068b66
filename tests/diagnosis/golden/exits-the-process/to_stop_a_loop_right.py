import asyncio


class Menu:
    choices = ["soup", "fish", "x", "cake"]

    def handle(self, choice):
        if choice == "x":
            return False
        print("one", choice, "please")
        return True

    async def serve(self):
        for choice in self.choices:
            await asyncio.sleep(1)
            if not self.handle(choice):
                break


async def main():
    menu = Menu()
    task = asyncio.create_task(menu.serve())
    await task
    print("goodbye")


if __name__ == "__main__":
    asyncio.run(main())
