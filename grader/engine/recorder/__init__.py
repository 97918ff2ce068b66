"""What a program did: tasks, awaited calls, waits, output, each with its time and its line.

recorder   looks at a task after each of its steps, and ends the run at a limit
roster     which tasks there are, who made them and where
calls      which calls are under way, and what changes in them
sleeper    the usual step, of a task that sleeps again: its events are texts that are kept
events     writes what happened, with its time
frames     what a stack and a chain of awaits say: calls, lines, arguments
tasks      what a task is, and which callback is a step of one
awaited    what a task waits for, in words
primitives locks and places held, queues, signals
generators who reads an async generator, and who left it open
marks      moments that the program names itself
streams    standard output and error, line by line, with who wrote them
leftovers  what is left when a run ends
"""
