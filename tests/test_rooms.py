"""What a room promises: one phone one vote, until the votes are shown; rooms never mix, and nothing outlives them."""

import pytest

from evidence.rooms import room as rooms
from evidence.rooms.clock import Clock
from evidence.rooms.codes import LENGTH, MOST_REPLICAS, SIGNS, code_typed, grouped, new_code, sign_of
from evidence.rooms.guesses import AT_ONCE, Guesses
from evidence.rooms.kept import SETTING, kept_rooms
from evidence.rooms.memory import MOST_ROOMS, Memory
from evidence.rooms.questions import Question
from evidence.rooms.room import LIFE_S, Chair, Room, open_room
from evidence.rooms.shared import PREFIX, Shared
from evidence.rooms.store import NoRoomsError

DIRECTION = Question(
    "view | expectation | direction", "Direction", "Better or worse?", (("better", "better"), ("worse", "worse"))
)
CERTAINTY = Question("view | expectation | certainty", "Certainty", "How certain?", (("low", "low"), ("high", "high")))
OF_A_STUDY = Question("A1 | practice | practice", "Practice", "Would you?", (("yes", "yes"), ("no", "no")))


@pytest.fixture(params=["memory", "redis"])
def store(request):
    return Memory() if request.param == "memory" else Shared(request.getfixturevalue("redis_server").address)


@pytest.fixture
def chair(store):
    """A room that phones may join and that is asked two questions."""
    made = open_room(store)
    made.invite()
    made.ask([DIRECTION, CERTAINTY])
    return made


def phones(chair, how_many):
    found = [Room(chair.store, chair.code).join() for _ in range(how_many)]
    assert all(found) and len(set(found)) == how_many
    return found


def counted(chair, question=DIRECTION):
    return chair.look().votes.get(question.name, {})


def test_a_phone_has_one_vote_and_can_change_it_until_the_votes_are_shown(chair):
    one, two = phones(chair, 2)
    assert chair.vote(one, DIRECTION.name, "better") and chair.vote(two, DIRECTION.name, "better")
    assert counted(chair) == {"better": 2}
    assert chair.vote(one, DIRECTION.name, "worse")
    assert counted(chair) == {"better": 1, "worse": 1}
    chair.reveal([DIRECTION.name])
    assert not chair.vote(one, DIRECTION.name, "better")
    assert counted(chair) == {"better": 1, "worse": 1}
    assert chair.vote(one, CERTAINTY.name, "low"), "the other question is still open"


def test_a_vote_that_meets_the_reveal_is_not_taken(chair, monkeypatch):
    """Between reading that a question is open and writing the vote the chair shows the votes."""
    (phone,) = phones(chair, 1)
    change = chair.store.change

    def change_after_reveal(code, held, put, drop=()):
        monkeypatch.setattr(chair.store, "change", change)
        chair.reveal([DIRECTION.name])
        return change(code, held, put, drop)

    monkeypatch.setattr(chair.store, "change", change_after_reveal)
    assert not chair.vote(phone, DIRECTION.name, "better")
    assert counted(chair) == {}


@pytest.mark.parametrize("answer", ["", "best", "<b>better</b>", "better\x1f", "low"])
def test_only_the_answers_that_are_offered_count(chair, answer):
    (phone,) = phones(chair, 1)
    assert not chair.vote(phone, DIRECTION.name, answer)
    assert not chair.vote(phone, OF_A_STUDY.name, "yes"), "what is not asked cannot be answered"
    assert chair.look().votes == {}


def test_two_rooms_never_mix(store, chair):
    other = open_room(store)
    other.invite()
    other.ask([DIRECTION])
    (here,), (there,) = phones(chair, 1), phones(other, 1)
    assert not chair.vote(there, DIRECTION.name, "worse") and not other.vote(here, DIRECTION.name, "better")
    chair.vote(here, DIRECTION.name, "better")
    other.vote(there, DIRECTION.name, "worse")
    assert (counted(chair), counted(other)) == ({"better": 1}, {"worse": 1})
    assert other.on_phone(here) is None
    assert not Chair(store, other.code, chair.key).reveal([DIRECTION.name])
    other.end()
    assert chair.look().phones == 1


def test_only_who_holds_the_key_is_the_chair(store, chair):
    stranger = Chair(store, chair.code, "0" * 20)
    assert stranger.look() is None
    assert not stranger.reveal([DIRECTION.name]) and not stranger.ask([]) and not stranger.count_hands("a", "b", 3)
    stranger.reset("view")
    stranger.end()
    assert chair.look().asked == (DIRECTION, CERTAINTY) and chair.look().closed == frozenset()


def test_a_room_that_has_ended_is_gone_and_a_late_vote_does_not_bring_it_back(store, chair):
    (phone,) = phones(chair, 1)
    chair.end()
    assert not chair.vote(phone, DIRECTION.name, "better") and chair.join() is None and not chair.reveal(["x"])
    assert chair.look() is None and store.every(chair.code) == {}


def test_a_room_in_memory_ends_after_four_hours():
    now = [0.0]
    chair = open_room(Memory(clock=lambda: now[0]))
    now[0] = LIFE_S - 1
    assert chair.look() is not None
    now[0] = LIFE_S
    assert LIFE_S == 4 * 3600 and chair.look() is None and chair.store._rooms == {}


def test_a_room_in_redis_ends_after_four_hours_however_much_is_written(redis_server):
    chair = open_room(Shared(redis_server.address))
    chair.invite()
    chair.count_hands(DIRECTION.name, "better", 3)
    assert 0 < chair.store._redis.ttl(PREFIX + chair.code) <= LIFE_S


def test_redis_outlives_a_restart_of_the_dashboard_and_writes_nothing_to_disk(redis_server):
    chair = open_room(Shared(redis_server.address))
    chair.invite()
    chair.ask([DIRECTION])
    (phone,) = phones(chair, 1)
    chair.vote(phone, DIRECTION.name, "worse")
    chair.keep_timer(Clock("bias", since=1234.5))
    again = Chair(Shared(redis_server.address), chair.code, chair.key).look()
    assert again.votes == {DIRECTION.name: {"worse": 1}} and again.timer.since == 1234.5 and again.asked == (DIRECTION,)
    assert [each.name for each in redis_server.folder.iterdir()] == ["redis.socket"]


def test_a_redis_that_does_not_answer_is_told_and_no_crash(tmp_path):
    with pytest.raises(NoRoomsError):
        open_room(Shared(f"unix://{tmp_path}/nothing.socket"))


def test_hands_add_up_with_phones_and_a_reset_spares_other_sessions(chair):
    (phone,) = phones(chair, 1)
    chair.vote(phone, DIRECTION.name, "better")
    chair.count_hands(DIRECTION.name, "better", 4)
    chair.count_hands(OF_A_STUDY.name, "yes", 2)
    chair.reveal([DIRECTION.name])
    assert chair.look().counted(DIRECTION.name, "better") == 5
    chair.reset("view")
    after = chair.look()
    assert after.counted(DIRECTION.name, "better") == 0 and after.counted(OF_A_STUDY.name, "yes") == 2
    assert after.closed == frozenset() and chair.vote(phone, DIRECTION.name, "worse")


def test_phones_find_no_room_that_only_counts_hands(store):
    chair = open_room(store)
    assert chair.stamp("")[0] is None and chair.join() is None
    chair.invite()
    assert chair.stamp("")[0] and chair.join()


def test_a_room_that_is_full_lets_nobody_in(chair, monkeypatch):
    monkeypatch.setattr(rooms, "MOST_PHONES", 2)
    phones(chair, 2)
    assert chair.join() is None


def test_more_rooms_than_there_is_memory_for_are_refused():
    store = Memory()
    for _ in range(MOST_ROOMS):
        open_room(store)
    with pytest.raises(NoRoomsError):
        open_room(store)


def test_a_phone_hears_of_every_change_of_the_chair(chair):
    (phone,) = phones(chair, 1)
    stamps = [chair.stamp(phone)[0]]
    for change in (lambda: chair.ask([CERTAINTY]), lambda: chair.reveal([CERTAINTY.name]), lambda: chair.reset("view")):
        change()
        stamps.append(chair.stamp(phone)[0])
    assert len(set(stamps)) == 4


def test_a_code_is_typed_as_it_is_heard_and_spells_no_word():
    code = new_code()
    assert len(code) == LENGTH and not set(SIGNS) & set("AEIOU01")
    assert code_typed(f" {grouped(code).lower()} ") == code_typed(f"{code[:3]}-{code[3:]}") == code
    assert code_typed(code[:-1]) == code_typed("A" * LENGTH) == code_typed("") == code_typed("2" * 60) == ""
    assert new_code(3)[0] == sign_of(3) == SIGNS[2]
    for number in (0, MOST_REPLICAS + 1):
        with pytest.raises(ValueError, match="number"):
            sign_of(number)


def test_guesses_are_few_and_a_right_code_costs_none():
    now = [0.0]
    guesses = Guesses(clock=lambda: now[0])
    for _ in range(3 * AT_ONCE):
        assert guesses.take()
        guesses.give_back()
    assert sum(guesses.take() for _ in range(10 * AT_ONCE)) == AT_ONCE
    now[0] = 4 * 3600
    tried = AT_ONCE + 4 * 3600 / 2
    assert guesses.take() and tried / len(SIGNS) ** (LENGTH - 1) < 1 / 2_000


@pytest.mark.parametrize("address", ["localhost", "http://localhost:6379", "file:///tmp/rooms"])
def test_a_setting_that_is_no_redis_is_refused_with_what_is_allowed(monkeypatch, address):
    monkeypatch.setenv(SETTING, address)
    kept_rooms.cache_clear()
    with pytest.raises(ValueError, match="redis://"):
        kept_rooms()
    kept_rooms.cache_clear()
