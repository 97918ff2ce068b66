"""What holds the event loop's thread up, with its line.

blocking   tells of a call that waits there, and of files, programs and sockets
calls      the calls that Python tells of: files, other programs
waits      those that it does not tell of: standard input, databases, processes
files      files that are read there, and those that are never closed
served     files that take as long to open as the judge says
processor  what computes there for long
loops      the loop statement around a line
endless    loops that nothing can end
"""
