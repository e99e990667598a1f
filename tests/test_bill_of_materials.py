"""What is installed is known: bill of materials and licences are those of the lock; each dependency has its reason."""

import re

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.bill_of_materials import LICENCES, ROOT, SBOM, licences, locked, sbom

FREE = {
    *("MIT", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "MPL-2.0", "PSF-2.0", "Zlib", "CC0-1.0"),
}


def test_the_bill_is_that_of_the_lock_and_valid():
    text = SBOM.read_text(encoding="utf-8")
    assert text == sbom(), "make lock writes it anew"
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_every_licence_is_known_and_lets_the_program_be_passed_on():
    assert LICENCES.read_text(encoding="utf-8") == licences(), "make lock writes it anew"
    for line in licences().splitlines()[1:]:
        expression = line.rsplit(",", 1)[1]
        assert set(re.split(r" (?:AND|OR) ", expression)) <= FREE, line


def test_the_lock_is_read_whole():
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert len(locked()) == sum("==" in line and not line.startswith((" ", "#")) for line in lines)
    assert all(asked_by for _, _, _, asked_by in locked())


def test_each_direct_dependency_has_its_reason():
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for file in ("requirements.txt", "requirements-test.txt"):
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
            if not line.startswith("-r"):
                name = re.split(r"[~=\[]", line)[0]
                assert f"| {name} |" in reasons, name
