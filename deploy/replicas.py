"""What nginx is told about the replicas: where they are, who stands in for whom, and the name each has in the cookie.

python deploy/replicas.py FIRST COUNT writes replicas.conf for COUNT replicas on the ports after FIRST.
"""

import sys

SIGNS = "23456789BCDFGHJKLMNPQRSTVWXYZ"
"""The codes of the rooms of a replica begin with the sign of its number, as in evidence/rooms/codes.py."""
SERVER = "server 127.0.0.1:{port} max_fails=0"
"""No replica is set aside after errors: one that is gone refuses at once and the next is asked, and one that is slow because
it takes in the readers of another would leave nobody to answer."""
PACKING = (
    *("access_log off;", "gzip on;", "gzip_comp_level 9;", "gzip_proxied any;", "gzip_vary on;"),
    "gzip_types text/css text/javascript application/javascript application/json image/svg+xml application/wasm;",
    *("proxy_http_version 1.1;", "proxy_set_header Host $http_host;", 'proxy_set_header Accept-Encoding "";'),
    *("proxy_connect_timeout 2s;", "proxy_max_temp_file_size 0;", "location / {", "    proxy_pass http://any;", "}"),
)
"""The stage behind the kept scripts and styles: it packs what a replica sends, as small as it gets."""


def replicas_conf(first: int, count: int) -> str:
    """The content of replicas.conf: `count` replicas on the ports after `first`, which itself is the stage that packs."""
    ports = {name: first + name for name in range(1, count + 1)}
    everyone = [SERVER.format(port=port) + ";" for port in ports.values()]
    parts = [
        "# The replicas of the dashboard, inside http { }. Made by deploy/replicas.py.",
        _block("map $upstream_addr $served_by", ['default "";', *(f'"~:{port}$" {name};' for name, port in ports.items())]),
        _block("map $cookie_evidence_replica $pool_of_cookie", ["default any;", *(f"{n} replica_{n};" for n in ports)]),
        _block(
            "map $arg_room $pool_of_room",
            ["default $pool_of_cookie;", *(rf'"~*^(\+|%20)*{SIGNS[name - 1]}" replica_{name};' for name in ports)],
        ),
        _upstream("any", everyone),
    ]
    for name in ports:
        others = (SERVER.format(port=port) + " backup;" for other, port in ports.items() if other != name)
        parts.append(_upstream(f"replica_{name}", [SERVER.format(port=ports[name]) + ";", *others]))
    parts.append(_block("upstream packing", [f"server 127.0.0.1:{first};"]))
    parts.append(_block("server", [f"listen 127.0.0.1:{first};", *PACKING]))
    return "\n\n".join(parts) + "\n"


def _upstream(name: str, lines: list[str]) -> str:
    return _block(f"upstream {name}", [f"zone {name} 64k;", *lines])


def _block(head: str, lines: list[str]) -> str:
    return "\n".join([f"{head} {{", *(f"    {line}" for line in lines), "}"])


if __name__ == "__main__":
    print(replicas_conf(int(sys.argv[1]), int(sys.argv[2])), end="")
