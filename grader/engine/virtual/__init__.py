"""Virtual time: a clock that moves when everything waits, and all that runs by it.

clock      virtual nanoseconds; the judge grants how far they may run
loop       asyncio's selector loop on that clock
time       every way to read the time
turns      threads take turns on that clock, so that their order is fixed
threads    the threads of `threading` and of pools, which take part
locks      the locks of `threading`, so that their waiters take turns
outside    what is real and could still wake the program
schedule   what may come otherwise than usual
chance     everything random comes from a seed
sets       things of the library have the same places in sets each time
"""
