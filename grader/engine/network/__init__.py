"""A network in memory: servers and clients of one process, in virtual time; nothing leaves.

network    who listens, who connects, what is told of it
loop       the loop on that network, which takes the place of the machine's
sockets    what takes the place of `socket.socket`, over pairs that the kernel connects
identity   what such a socket says it is
datagrams  those of UDP
tls        what takes the place of `ssl.SSLSocket`, on those
pairs      sockets that the kernel connects
hosts      host names and addresses, as a machine without a network knows them
ports      who has which address
paths      who has which path of a Unix socket
wires      connections on which bytes take time
"""
