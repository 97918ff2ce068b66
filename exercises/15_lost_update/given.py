"""An account at a slow bank: read it, import it, leave it as it is."""

import asyncio


class Account:
    """An account whose balance is read and written over a slow line."""

    def __init__(self, balance: int) -> None:
        self.__balance = balance

    async def read(self) -> int:
        """Return the balance; takes 0.1 seconds."""
        await asyncio.sleep(0.1)
        return self.__balance

    async def write(self, balance: int) -> None:
        """Replace the balance by another one; takes 0.1 seconds."""
        await asyncio.sleep(0.1)
        self.__balance = balance
