"""A service that fails a few times before it answers: read it, import it, leave it as it is."""

import asyncio


class Service:
    """A service whose first `failures` calls fail with `error`."""

    def __init__(self, failures: int, error: type[Exception] = ConnectionError) -> None:
        self.failures = failures
        self.error = error

    async def call(self) -> str:
        """Return "answer", or raise the error; takes 0.5 seconds."""
        await asyncio.sleep(0.5)
        if self.failures > 0:
            self.failures -= 1
            raise self.error("the service does not answer")
        return "answer"
