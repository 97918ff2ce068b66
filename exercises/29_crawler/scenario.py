"""Author's driver: runs the learner's `main`, and looks at the error that leaves it."""


async def errors_of_main(learner):
    """Run `main`, and return the classes of the errors that leave it, one by one or in a group."""
    try:
        await learner.main()
    except Exception as error:
        return sorted({type(one).__name__ for one in _each(error)})
    return []


def _each(error):
    if not isinstance(error, BaseExceptionGroup):
        return [error]
    return [one for inner in error.exceptions for one in _each(inner)]
