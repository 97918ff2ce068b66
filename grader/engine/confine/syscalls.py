"""The calls of the kernel that a confined program may make; every other one is refused.

Numbers from asm/unistd_64.h (x86-64) and asm-generic/unistd.h (aarch64), which never change; `-`: that architecture
does not have it. The last column says when a call is allowed, if not always:

    own         for this process
    signal      to this process, or, where processes are allowed, to any that Landlock lets it reach
    thread      to start a thread, where threads are allowed (anything, where processes are)
    process     where processes are allowed
    absent      never, and as if the kernel did not have it: C libraries then do it in another way
    pretended   never, but the program is told that it was done: copies of files do it, and nothing hangs on it
    connected   on a connection: without an address
    pair        streams between sockets of this process
    option      what a socket can be told, but not to hold more: what the kernel holds for it, no limit of memory counts
    terminal    what `isatty`, readiness and inheritance take
    descriptor  copies, flags and locks of files; no signals, no leases
    name        names of threads and of stretches of memory
"""

from __future__ import annotations

from typing import NamedTuple

_TABLE = """
read                 0    63
write                1    64
open                 2     -
openat             257    56
close                3    57
close_range        436   436
fstat                5    80
stat                 4     -
lstat                6     -
newfstatat         262    79
statx              332   291
statfs             137    43
fstatfs            138    44
lseek                8    62
mmap                 9   222
mprotect            10   226
munmap              11   215
brk                 12   214
mremap              25   216
madvise             28   233
msync               26   227
mincore             27   232
rt_sigaction        13   134
rt_sigprocmask      14   135
rt_sigreturn        15   139
rt_sigpending      127   136
rt_sigtimedwait    128   137
rt_sigsuspend      130   133
sigaltstack        131   132
signalfd           282     -
signalfd4          289    74
ioctl               16    29  terminal
pread64             17    67
pwrite64            18    68
readv               19    65
writev              20    66
preadv             295    69
pwritev            296    70
preadv2            327   286
pwritev2           328   287
access              21     -
faccessat          269    48
faccessat2         439   439
pipe                22     -
pipe2              293    59
select              23     -
pselect6           270    72
poll                 7     -
ppoll              271    73
epoll_create       213     -
epoll_create1      291    20
epoll_ctl          233    21
epoll_wait         232     -
epoll_pwait        281    22
epoll_pwait2       441   441
eventfd            284     -
eventfd2           290    19
timerfd_create     283    85
timerfd_settime    286    86
timerfd_gettime    287    87
dup                 32    23
dup2                33     -
dup3               292    24
fcntl               72    25  descriptor
nanosleep           35   101
clock_nanosleep    230   115
clock_gettime      228   113
clock_getres       229   114
gettimeofday        96   169
time               201     -
times              100   153
getitimer           36   102
setitimer           38   103
alarm               37     -
pause               34     -
getpid              39   172
gettid             186   178
getppid            110   173
getuid             102   174
geteuid            107   175
getgid             104   176
getegid            108   177
getresuid          118   148
getresgid          120   150
getgroups          115   158
getpgrp            111     -
getpgid            121   155
getsid             124   156
uname               63   160
sysinfo             99   179
getcwd              79    17
chdir               80    49
fchdir              81    50
umask               95   166
getrlimit           97   163
prlimit64          302   261  own
getrusage           98   165
sched_yield         24   124
sched_getaffinity  204   123  own
getcpu             309   168
socketpair          53   199  pair
sendto              44   206  connected
recvfrom            45   207
sendmsg             46   211
recvmsg             47   212
sendmmsg           307   269
recvmmsg           299   243
shutdown            48   210
getsockname         51   204
getpeername         52   205
setsockopt          54   208  option
getsockopt          55   209
futex              202    98
futex_waitv        449   449
set_robust_list    273    99
get_robust_list    274   100
set_tid_address    218    96
rseq               334   293
arch_prctl         158     -
prctl              157   167  name
membarrier         324   283
getrandom          318   278
restart_syscall    219   128
readlink            89     -
readlinkat         267    78
getdents            78     -
getdents64         217    61
rename              82     -
renameat           264    38
renameat2          316   276
mkdir               83     -
mkdirat            258    34
rmdir               84     -
unlink              87     -
unlinkat           263    35
creat               85     -
truncate            76    45
ftruncate           77    46
fallocate          285    47  absent
fadvise64          221   223
fsync               74    82
fdatasync           75    83
chmod               90     -  pretended
fchmod              91    52  pretended
fchmodat           268    53  pretended
fchmodat2          452   452  pretended
utime              132     -  pretended
utimes             235     -  pretended
futimesat          261     -  pretended
utimensat          280    88  pretended
link                86     -  process
linkat             265    37  process
listxattr          194    11  pretended
llistxattr         195    12  pretended
flistxattr         196    13  pretended
sendfile            40    71
copy_file_range    326   285
splice             275    76
tee                276    77
clone               56   220  thread
clone3             435   435  absent
fork                57     -  process
vfork               58     -  process
execve              59   221  process
execveat           322   281  process
wait4               61   260
waitid             247    95
setpgid            109   154  process
setsid             112   157  process
kill                62   129  signal
tgkill             234   131  signal
pidfd_open         434   434  process
pidfd_send_signal  424   424  process
exit                60    93
exit_group         231    94
"""


class Call(NamedTuple):
    """A call that may be made."""

    name: str
    x86_64: int | None
    aarch64: int | None
    when: str
    """A word of the last column; empty: always."""


def _read(line: str) -> Call:
    name, x86_64, aarch64, *when = line.split()
    return Call(name, int(x86_64), None if aarch64 == "-" else int(aarch64), "".join(when))


CALLS = [_read(line) for line in _TABLE.strip().splitlines()]
