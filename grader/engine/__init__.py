"""What runs inside the learner's process: clock, event loop, recorder, and the child's end of the channel.

Standard library only: the runner starts under `python -S`, perhaps of another version or from the learner's own
environment. Nothing here knows a check, an expected value or a verdict, and nothing of grader but the runner's start-up
comes near it.

    clock      virtual nanoseconds; the judge grants how far they may run
    turns      threads take turns on that clock, so that their order is fixed
    patches    puts functions of ours in place of Python's
    threads    the threads of `threading` and of pools, which take part
    locks      the locks of `threading`, so that their waiters take turns
    outside    what is real and could still wake the program
    loop       asyncio's selector loop on that clock
    network    servers and clients of one process, in virtual time; nothing leaves
    netloop    the loop on that network, which takes the place of the machine's
    pairs      sockets that the kernel connects
    sockets    what takes the place of `socket.socket`, over pairs that the kernel connects
    hosts      host names and addresses, as a machine without a network knows them
    ports      who has which address
    wires      connections on which bytes take time
    frames     which calls are under way, on which line
    recorder   what happened: tasks, awaited calls, waits, output
    tasks      what a task is, and which callback is a step of one
    awaited    what a task waits for, in words
    leftovers  what is left when a run ends
    generators who reads an async generator, and who left it open
    primitives locks and places held, queues, signals
    loops      the loop statement around a line
    virtual_time  every way to read the time
    blocking   what waits on the event loop's thread
    calls      the calls that Python tells of: files, other programs
    waits      those that it does not tell of: standard input, databases, processes
    processor  what computes there for long
    streams    standard output and error, line by line, with who wrote them
    values     plain data for the pipe
    channel    frames on the pipe
    chance     everything random comes from a seed
    loader     the learner's text becomes modules, with services in place of names
    packages   distributions that a program may import
    services   what stands for a name behind which the judge hosts a service
    schedule   what may come otherwise than usual
    outcomes   how a run ended, with its line
    program    one run: load, call, end
    limits     processor time, real time, memory
    zygote, spawned   the two ways a runner is started
"""
