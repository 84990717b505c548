"""Which addresses are public: no page and no redirect may lead the program to any other."""

from __future__ import annotations

import ipaddress
import socket

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_GIVEN_OUT = ipaddress.ip_network("2000::/3")
"""Global unicast, all of IPv6 that is routed in public (IANA's registry of its address space)."""


def may_be_asked(address: IPAddress, *, allow_loopback: bool) -> bool:
    """Whether an address is public; or belongs to this machine, if that is allowed."""
    return _is_public(address) or (allow_loopback and address.is_loopback)


def look_up(host: str, port: int, *, allow_loopback: bool) -> IPAddress | None:
    """An address of a host; None if the host has an address that is not public.

    Raises:
        OSError: the name has no address.
    """
    found = [
        ipaddress.ip_address(str(place[0]).partition("%")[0])
        for _, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ]
    if not found or not all(may_be_asked(one, allow_loopback=allow_loopback) for one in found):
        return None
    return min(found, key=lambda one: one.version)  # as many machines have no way to IPv6


def names_are_answered() -> bool:
    """Whether host names can be resolved here at all: without a network every host seems to be gone. It
    resolves a name that always has an address (RFC 2606); nothing is sent to that host.
    """
    try:
        socket.getaddrinfo("example.com", 443, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return True


def _is_public(address: IPAddress) -> bool:
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return address.version == 4 or address in _GIVEN_OUT
