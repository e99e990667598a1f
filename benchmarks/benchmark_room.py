"""A room of the journal club: what a vote of a phone costs, and what phones, screen and chair that only wait cost."""

import asyncio
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote_plus

from starlette.applications import Starlette
from starlette.types import Message

from evidence.rooms.kept import kept_rooms
from evidence.rooms.questions import Question
from evidence.rooms.room import Chair, open_room
from pages.parts.serve.guard import Guarded
from pages.parts.serve.room import COOKIE, ROOM_ROUTES
from pages.parts.serve.room_chair import CHAIR_ROUTES, LOOK_S, LOOKS

PHONES = 25
ROUNDS = 8
BUDGET_MS = 10
POLL_S = 2.5
CHAIR_S = 2.0
QUESTION = Question("view | practice | practice", "Practice", "Would you?", (("yes", "yes"), ("no", "no")))
PROGRAM = Guarded(Starlette(routes=[*ROOM_ROUTES, *CHAIR_ROUTES]))


@contextmanager
def asked_room() -> Iterator[Chair]:
    """A room that is asked a question, in the store that EVIDENCE_ROOMS names."""
    chair = open_room(kept_rooms())
    chair.invite()
    chair.ask([QUESTION])
    yield chair
    chair.end()


async def answer(method: str, path: str, query: str, cookie: str, body: bytes = b"", mark: str = "") -> tuple[int, str]:
    """Status and mark of one request to the program, without a network."""
    given = {"host": "here", "cookie": cookie, "if-none-match": mark}
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "scheme": "http",
        "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    await PROGRAM(scope, receive, send)
    headers = dict(sent[0]["headers"])
    return sent[0]["status"], headers.get(b"etag", b"").decode()


async def timed() -> tuple[float, float]:
    """Milliseconds of the processor for a vote, median, and for one look of a phone at what it shows already."""
    with asked_room() as chair:
        cookies = [f"{COOKIE}{chair.code}={chair.join()}" for _ in range(PHONES)]
        query, took = f"room={chair.code}", []
        for turn in range(ROUNDS):
            body = f"question={quote_plus(QUESTION.name)}&answer={('yes', 'no')[turn % 2]}".encode()
            for cookie in cookies:
                start = time.process_time()
                status, mark = await answer("POST", "/room/vote", query + "&part=1", cookie, body)
                took.append((time.process_time() - start) * 1000)
                assert status == 200
        seen = chair.look()
        assert seen is not None and seen.votes == {QUESTION.name: {("yes", "no")[(ROUNDS - 1) % 2]: PHONES}}
        start = time.process_time()
        for _ in range(ROUNDS):
            for cookie in cookies:
                assert (await answer("GET", "/room/now", query, cookie, mark=mark))[0] == 304
        look = (time.process_time() - start) * 1000 / (ROUNDS * PHONES)
    return statistics.median(took), look


async def chair_timed() -> float:
    """Percent of one processor for a screen that waits to be turned and a chair's view in which nothing changes."""
    with asked_room() as chair:
        for _ in range(PHONES):
            phone = chair.join()
            assert phone is not None and chair.vote(phone, QUESTION.name, "yes")
        query = f"room={chair.code}&chair={chair.key}"
        mark = (await answer("GET", "/room/chair/now", query, ""))[1]
        start = time.process_time()
        assert (await answer("GET", "/room/chair/wait", f"{query}&window=one", ""))[0] == 204
        wait = (time.process_time() - start) / (LOOK_S * LOOKS)
        start = time.process_time()
        for _ in range(ROUNDS * PHONES):
            assert (await answer("GET", "/room/chair/now", query, "", mark=mark))[0] == 304
        return 100 * (wait + (time.process_time() - start) / (ROUNDS * PHONES) / CHAIR_S)


def main() -> None:
    """Print all, and what waiting phones take of one processor."""
    vote, look = asyncio.run(timed())
    share = PHONES / POLL_S * look / 10
    print(
        f"room: a vote {vote:.1f} ms, at most {BUDGET_MS} ms; a look of a waiting phone {look:.1f} ms: "
        f"{PHONES} phones take {share:.1f} % of a processor, screen and chair's view {asyncio.run(chair_timed()):.1f} %"
    )


if __name__ == "__main__":
    main()
