"""What runs inside the learner's process: clock, event loop, recorder, and the child's end of the channel.

Standard library only: the runner starts under `python -S`, perhaps of another version or from the learner's own
environment. Nothing here knows a check, an expected value or a verdict, and nothing of grader but the runner's start-up
comes near it.

    virtual    virtual time: the clock, the loop on it, threads that take turns
    network    servers and clients of one process, in memory
    recorder   what happened: tasks, awaited calls, waits, output
    blocking   what holds the event loop's thread up

    zygote     where runners are forked from
    runner     one of them, from its first frame
    program    one run: load, call, end
    loop       what takes the place of asyncio's event loop
    elsewhere  where else a script may get an event loop from
    tracebacks  what a script writes of its exceptions
    loader     the learner's text becomes modules, with services in place of names
    packages   what of the distributions that are installed a program may import
    distributions  what each of them requires and brings
    patches    puts functions of ours in place of Python's
    unguarded  runs of the exercise in the file itself, left out while it is loaded
    services   what stands for a name behind which the judge hosts a service
    surroundings  what a run finds, put back where another one follows in its process
    limits     processor time, real time, memory
    outcomes   how a run ended, with its line
    channel    frames on the pipe
    values     plain data for the pipe
"""
