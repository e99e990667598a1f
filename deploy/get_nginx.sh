#!/bin/sh
# Install nginx where it is missing. On Debian and its relatives from apt; elsewhere it must be there already.
set -eu
PATH="$PATH:/usr/sbin:/usr/local/sbin"
command -v nginx >/dev/null 2>&1 && exit 0
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Not Debian: please install nginx 1.22 or newer." >&2
    exit 1
fi
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
echo "Installing with apt: nginx"
$as_root apt-get update -qq
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends nginx
# The package opens a server of its own on port 80. The dashboard starts nginx with its own settings and needs none.
if [ -d /run/systemd/system ]; then $as_root systemctl disable --now nginx; else $as_root service nginx stop; fi
