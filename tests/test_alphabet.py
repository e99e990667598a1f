"""Capitals, accents and punctuation do not keep a reader from finding or ordering a name."""

import pytest

from evidence.writing.alphabet import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Åberg", "aberg"),
        ("Yıldırım & Apaydın", "yildirim apaydin"),
        ("İstanbul", "istanbul"),
        ("Müller-Weiß", "muller weiss"),
        ("Wałęsa; Bjørn; Đorđe; Þór; Æsir; Œuvre", "walesa bjorn dorde thor aesir oeuvre"),
        ("I\u00b2, tau\u00b2", "i2 tau2"),
        ("10.1093/sleep/21.5.501", "10 1093 sleep 21 5 501"),
        ("Σωκράτης", "σωκρατησ"),
        ("Чайковский", "чаиковскии"),
        ("王芳", "王芳"),
        ("e\u0301", "e"),
        ("  <b>&amp;  ", "b amp"),
        ("", ""),
    ],
)
def test_a_name_is_found_without_its_accents(text, plain):
    assert folded(text) == plain == folded(plain)
