import asyncio
import sys

PASSWORDS = {"ada": "engine"}


async def log_in(name, password):
    await asyncio.sleep(1)
    try:
        if PASSWORDS[name] != password:
            raise ValueError("wrong password")
    except (KeyError, ValueError) as e:
        print("cannot log in:", e)
        return
    print(name, "is in")


async def backup():
    await asyncio.sleep(2)
    print("backup written")


async def main():
    await asyncio.gather(backup(), log_in("ada", "machine"))


if __name__ == "__main__":
    asyncio.run(main())
