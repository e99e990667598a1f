"""The settings of nginx that stand in the repository are those for two replicas, and nothing in them tells of a reader."""

import sys
from pathlib import Path

import pytest

DEPLOY = Path(__file__).resolve().parents[1] / "deploy"
sys.path.insert(0, str(DEPLOY))
from replicas import replicas_conf  # noqa: E402

OF_A_READER = (
    "remote_addr",
    "remote_user",
    "http_user_agent",
    "http_referer",
    "args",
    "request_uri",
    "$request ",
    "cookie_",
)


def test_the_shipped_replicas_are_those_that_are_made_for_two():
    assert (DEPLOY / "nginx" / "replicas.conf").read_text(encoding="utf-8") == replicas_conf(8600, 2)


@pytest.mark.parametrize("count", [1, 3])
def test_every_replica_is_stood_in_for_by_all_others(count):
    made = replicas_conf(9000, count)
    assert made.count(" backup;") == count * (count - 1)
    for name in range(1, count + 1):
        assert f"{name} replica_{name};" in made and f"upstream replica_{name} {{" in made


def test_the_access_log_holds_nothing_of_the_reader():
    text = (DEPLOY / "nginx" / "evidence.conf").read_text(encoding="utf-8")
    format_ = text[text.index("log_format") : text.index(";", text.index("log_format"))]
    assert not any(word in format_ for word in OF_A_READER)
    assert "$logged_path" in format_ and "$time_iso8601" in format_


@pytest.mark.parametrize("name", ["nginx.conf", "site.conf"])
def test_messages_of_nginx_about_requests_are_not_kept(name):
    lines = [line.split() for line in (DEPLOY / "nginx" / name).read_text(encoding="utf-8").splitlines()]
    logs = [line for line in lines if line[:1] == ["error_log"]]
    assert logs and all(line[-1] == "alert;" for line in logs)
