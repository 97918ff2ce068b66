"""What a program did: tasks, awaited calls, waits, output, each with its time and its line.

recorder   tells of tasks and of the calls that they await
frames     which calls are under way, on which line
tasks      what a task is, and which callback is a step of one
awaited    what a task waits for, in words
primitives locks and places held, queues, signals
generators who reads an async generator, and who left it open
streams    standard output and error, line by line, with who wrote them
leftovers  what is left when a run ends
"""
