"""The dashboard asks nothing of any other machine: not its server, and not its pages in a browser."""

import json
import shutil
import subprocess
import sys
import warnings

import pytest

from tests.browser.conftest import ROOT

ALONE = ("unshare", "--map-root-user", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "alone")


def why_not_alone():
    """Why no network of its own can be made here; empty when it can."""
    missing = [each for each in ("unshare", "ip") if not shutil.which(each)]
    if missing:
        return f"{' and '.join(missing)} not found"
    tried = subprocess.run([*ALONE, "true"], capture_output=True, text=True)
    return "" if tried.returncode == 0 else tried.stderr.strip() or f"unshare ended with {tried.returncode}"


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What a walk through all pages saw leave, and what it saw when something left on purpose."""
    reason = why_not_alone()
    if reason:
        warnings.warn(f"walked with a proxy, not in a network that has nothing but itself: {reason}", stacklevel=1)
    place = tmp_path_factory.mktemp("walk") / "seen.json"
    walk = [sys.executable, "-m", "tests.browser.walk", str(place)]
    command = walk if reason else [*ALONE, *walk, "alone"]
    subprocess.run(command, cwd=ROOT, check=True, timeout=400)
    return json.loads(place.read_text(encoding="utf-8"))


def test_a_walk_through_every_page_asks_nothing_of_another_machine(seen):
    assert seen["visited"] > 100
    assert seen["walk"] == {"pages": [], "server": [], "proxy": [], "no way out": 0}


def test_a_page_of_another_site_gets_no_session_and_makes_the_server_ask_nobody(seen):
    assert seen["foreign"] == 403 and seen["walk"]["server"] == []


def test_what_leaves_on_purpose_is_seen_in_every_way(seen):
    found = seen["on_purpose"]
    assert found["pages"] and found["server"] and found["proxy"] and bool(found["no way out"]) == seen["alone"]
