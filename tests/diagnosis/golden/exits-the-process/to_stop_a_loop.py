# A menu is left with quit(), from a helper that a task calls.
# line: 11
import asyncio


class Menu:
    choices = ["soup", "fish", "x", "cake"]

    def handle(self, choice):
        if choice == "x":
            quit()
        print("one", choice, "please")

    async def serve(self):
        for choice in self.choices:
            await asyncio.sleep(1)
            self.handle(choice)


async def main():
    menu = Menu()
    task = asyncio.create_task(menu.serve())
    await task
    print("goodbye")


if __name__ == "__main__":
    asyncio.run(main())
