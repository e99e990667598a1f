"""The address in QR code and link is one that phones reach; where there is none, none is made up."""

import pytest

from evidence.addresses import ADDRESS, asked_at
from pages.parts.serve import reach


@pytest.fixture
def at(monkeypatch):
    """The address for phones, given the setting, the address in use, where the server listens and the machine's address."""

    def find(setting="", used="", listens="127.0.0.1", machine="192.168.7.9", base=""):
        monkeypatch.setenv(ADDRESS, setting) if setting else monkeypatch.delenv(ADDRESS, raising=False)
        options = {"server.address": listens, "server.port": 8501, "server.baseUrlPath": base}
        monkeypatch.setattr(reach, "get_option", options.get)
        monkeypatch.setattr(reach, "machine_in_network", lambda: machine)
        with asked_at(used):
            return reach.address_for_phones()

    return find


def test_the_setting_wins_over_everything(at):
    assert at(setting="https://evidence.example.org/", used="http://10.0.0.5:8501", listens="0.0.0.0") == (
        "https://evidence.example.org"
    )


def test_an_address_of_the_network_in_use_is_taken_as_it_is(at):
    assert at(used="http://clinic.local:8080/rls") == "http://clinic.local:8080/rls"


@pytest.mark.parametrize("used", ["http://localhost:8501", "http://127.0.0.1:8501", "http://[::1]:8501", ""])
def test_on_the_machine_itself_the_address_is_that_of_the_machine_in_its_network(at, used):
    assert at(used=used, listens="0.0.0.0") == "http://192.168.7.9:8501"
    assert at(used=used, listens=None, base="rls/") == "http://192.168.7.9:8501/rls"
    assert at(used=used, listens="192.168.1.2") == "http://192.168.1.2:8501"


@pytest.mark.parametrize(
    ("listens", "machine"), [("127.0.0.1", "192.168.7.9"), ("localhost", "192.168.7.9"), ("0.0.0.0", "")]
)
def test_where_phones_cannot_reach_it_there_is_no_address(at, listens, machine):
    assert at(used="http://localhost:8501", listens=listens, machine=machine) == ""


def test_the_address_of_the_machine_is_found_without_sending_anything(monkeypatch):
    sent = []

    class Silent(reach.socket.socket):
        def send(self, *what):
            sent.append(what)

    monkeypatch.setattr(reach.socket, "socket", Silent)
    found = reach.machine_in_network()
    assert sent == [] and (found == "" or found.count(".") == 3)
