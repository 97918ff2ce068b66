# A method prints what its caller is to get.
# line: 11
import asyncio


class Dictionary:
    words = {"Haus": "house", "Baum": "tree"}

    async def translate(self, word):
        await asyncio.sleep(0.5)
        print(self.words[word])


async def main():
    german = Dictionary()
    first, second = await asyncio.gather(german.translate("Haus"), german.translate("Baum"))
    print(first, "and", second)


if __name__ == "__main__":
    asyncio.run(main())
