"""The judge's end: starts runners, hosts services, keeps the clock, and brings home a trace.

session    one run: messages in, replies out, limits kept -> Finished
shared     several runs in one process, where they only take points away
requests   what its program asks of services, and when each reply is due
job        what a run is asked to do, and what comes of it: Job -> Finished
services   what the judge puts in place of a name
channel    bytes to messages, strictly
reported   what a runner may tell of its inside
folder     a run's own folder
values     tagged values, strictly
isolation  what a confined program can still do
installed  packages that a runner may import
process    what a session needs of a runner's process
zygote     runners forked from a warm process
spawn      runners started one by one, where there is no fork
"""

from __future__ import annotations

from .isolation import Isolation as Isolation
from .job import Finished as Finished, Job as Job, Request as Request, Script as Script
from .services import Service as Service
from .session import run as run
from .shared import Shared as Shared
from .start import Backend as Backend, start as start
