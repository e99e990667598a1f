#!/bin/sh
# Install what the tests need beside Python: a browser, R with metafor, a renderer for slides, nginx, and Redis.
# On Debian and its relatives from apt; elsewhere the browser comes from Playwright and R must be there already.
set -eu
python=$1
sh deploy/get_nginx.sh || echo "Without nginx the tests in tests/served fail."
missing=""
command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium"
command -v Rscript >/dev/null 2>&1 && Rscript -e 'library(metafor)' >/dev/null 2>&1 || missing="$missing r-base-core r-cran-metafor"
Rscript -e 'library(jsonlite)' >/dev/null 2>&1 || missing="$missing r-cran-jsonlite"
command -v soffice >/dev/null 2>&1 || missing="$missing libreoffice-impress"
command -v pdftoppm >/dev/null 2>&1 || missing="$missing poppler-utils"
command -v redis-server >/dev/null 2>&1 || missing="$missing redis-server"
# A face as wide as Arial: slides are measured for it.
fc-list 2>/dev/null | grep -qi "liberation *sans" || missing="$missing fontconfig fonts-liberation"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    echo "Installing with apt:$missing"
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing fonts-noto-core
    # The package opens a Redis of its own. The tests start one that keeps nothing, and need none beside it.
    case "$missing" in
    *redis-server*) if [ -d /run/systemd/system ]; then $as_root systemctl disable --now redis-server; fi ;;
    esac
else
    case "$missing" in *chromium*) "$python" -m playwright install chromium ;; esac
    echo "Not Debian: please see to it that these are installed:$missing"
fi
