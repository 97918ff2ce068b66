"""The checks as those of check50, each in a process of its own."""

import check50
from checks import CHECKS, run


def made(name):
    def check():
        run(name)

    check.__name__, check.__doc__ = name, name.replace("_", " ")
    return check50.check()(check)


globals().update({name: made(name) for name in CHECKS})
