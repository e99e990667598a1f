"""A room behind nginx and two replicas: every phone finds it, in the replica it lives in or in the Redis that both share."""

import http.client
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from evidence.rooms.codes import sign_of
from tests.browser.conftest import settle
from tests.redis_server import running_redis
from tests.served.conftest import Served

PHONES = 8


@pytest.fixture(scope="module")
def with_redis() -> Iterator[Served]:
    """The dashboard behind nginx, with rooms in a Redis of its own."""
    with running_redis() as redis:
        running = Served({"EVIDENCE_ROOMS": redis.address})
        yield running
        running.stop()


class Phone:
    """A phone without a browser: a cookie, and what it is shown."""

    def __init__(self, address: str, code: str, replica: int) -> None:
        self.host, self.room = urlsplit(address).netloc, f"room={code}"
        self.cookie = f"evidence_replica={replica}"
        status, given, _ = self.ask("GET", f"/room?{self.room}")
        assert status == 303
        self.cookie += "; " + given["Set-Cookie"].split(";")[0]

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, http.client.HTTPMessage, str]:
        line = http.client.HTTPConnection(self.host, timeout=10)
        line.request(method, path, body, {"Cookie": self.cookie})
        answer = line.getresponse()
        found = answer.status, answer.headers, answer.read().decode()
        line.close()
        return found

    def vote(self, answer: str) -> str:
        question = "Jadidi2022+%7C+expectation+%7C+direction"
        return self.ask("POST", f"/room/vote?{self.room}&part=1", f"question={question}&answer={answer}")[2]


def chair_of(served, browser, replica):
    """A page of a chair on one replica, with a room that asks; its code."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_cookies([{"name": "evidence_replica", "value": str(replica), "url": served.address}])
    page = context.new_page()
    page.goto(served.address + "/journal_club?study=Jadidi2022&step=expectation")
    settle(page)
    page.get_by_role("button", name="Open a room for phones").click()
    page.wait_for_function("() => location.href.includes('chair=')")
    settle(page)
    return page, parse_qs(urlsplit(page.url).query)["room"][0]


def numbers(page):
    return [int(each) for each in page.locator(".room-chart").first.locator("td b").all_inner_texts()]


@pytest.mark.parametrize("kept", ["served", "with_redis"])
def test_phones_of_two_rooms_find_their_own_whatever_replica_they_came_from(kept, request, browser):
    served = request.getfixturevalue(kept)
    rooms = [chair_of(served, browser, replica) for replica in (1, 2)]
    assert [code[0] for _, code in rooms] == [sign_of(1), sign_of(2)]
    for number in range(PHONES):
        for place, (_, code) in enumerate(rooms):
            phone = Phone(served.address, code, number % 2 + 1)
            assert "Question 2 of 3" in phone.vote("better" if place == 0 else "worse")
    for page, _ in rooms:
        page.locator(".room-count b").first.wait_for()
        page.wait_for_function(
            f"() => document.querySelectorAll('.room-count b')[1].innerText === '{PHONES}'", timeout=3_000
        )
        page.reload()
        settle(page)
        page.get_by_role("button", name="Show the votes").click()
        page.wait_for_selector(".room-chart")
        settle(page)
    assert [numbers(page) for page, _ in rooms] == [[PHONES, 0, 0, 0], [0, 0, PHONES, 0]]
    for page, _ in rooms:
        page.context.close()


def test_with_redis_a_replica_that_dies_takes_no_vote_along(with_redis, browser):
    page, code = chair_of(with_redis, browser, 1)
    phone = Phone(with_redis.address, code, 1)
    phone.vote("worse")
    with_redis.kill(with_redis.ports[0])
    assert "Question 2 of 3" in phone.vote("better")
    with_redis.wait_for(with_redis.ports[0])
    page.reload()
    settle(page)
    page.get_by_role("button", name="Show the votes").click()
    page.wait_for_selector(".room-chart")
    settle(page)
    assert numbers(page) == [1, 0, 0, 0]
    page.context.close()


def test_the_log_holds_neither_a_code_nor_that_a_phone_was_there(served, browser):
    page, code = chair_of(served, browser, 1)
    Phone(served.address, code, 2).vote("better")
    page.context.close()
    log = served.access_log()
    assert "/journal_club" in log
    assert code not in log and "/room" not in log and "chair" not in log and "better" not in log
