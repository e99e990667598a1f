"""The address at which a phone in the same network reaches the dashboard, found without asking anybody."""

import os
import socket
from urllib.parse import urlsplit

from streamlit.config import get_option

from evidence.addresses import ADDRESS, place

EVERYWHERE = ("0.0.0.0", "::", "")
ANYWHERE = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737): to choose the way to it sends nothing."""


def address_for_phones() -> str:
    """EVIDENCE_ADDRESS, else the address in use, else, on the machine itself, that of the machine in its network.

    "" when phones cannot reach the dashboard: it listens on this machine alone, or no network is there.
    """
    used = place()
    if os.environ.get(ADDRESS):
        return used
    if used and not is_of_this_machine(urlsplit(used).hostname or ""):
        return used
    return network_address()


def network_address() -> str:
    """The address of a dashboard that listens on the network; "" when it does not, or there is none."""
    listens = get_option("server.address") or ""
    own = machine_in_network() if listens in EVERYWHERE else listens
    if not own or is_of_this_machine(own):
        return ""
    base = get_option("server.baseUrlPath").strip("/")
    host = f"[{own}]" if ":" in own else own
    return f"http://{host}:{get_option('server.port')}" + (f"/{base}" if base else "")


def is_of_this_machine(host: str) -> bool:
    """Whether a name or an address leads every machine to itself."""
    return host in ("localhost", "::1", "", "0.0.0.0", "::") or host.startswith("127.")


def machine_in_network() -> str:
    """The address of this machine in its network, "" without one."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
            asking.connect(ANYWHERE)
            return str(asking.getsockname()[0])
    except OSError:
        return ""
