"""The software bill of materials (CycloneDX) and the licences of what is installed at run time, made from requirements.lock.

`make lock` writes both: docs/sbom.cdx.json for machines, docs/licences.csv for people. A licence is what the package itself
declares as an SPDX expression; where it declares one in other words, READ says what its licence file was read to be.
"""

import csv
import io
import json
import re
import uuid
from importlib.metadata import metadata
from pathlib import Path

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parents[1]
SBOM, LICENCES = ROOT / "docs" / "sbom.cdx.json", ROOT / "docs" / "licences.csv"
PACKAGE = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^ \\]+)(?: ; (?P<where>[^\\\n]*[^\\\s]))?", re.MULTILINE)
READ = {
    "altair": "BSD-3-Clause",
    "async-timeout": "Apache-2.0",  # installed before Python 3.11.3 alone
    "itsdangerous": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "numpy": "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",  # of either version: only one is installed
    "protobuf": "BSD-3-Clause",
    "pydeck": "Apache-2.0",
    "reportlab": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "segno": "BSD-3-Clause",
}


def locked() -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Name, version, condition ("" for none) of each package of the lock, and which packages ask for it."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    starts = [*(match.start() for match in PACKAGE.finditer(text)), len(text)]
    found = []
    for match, end in zip(PACKAGE.finditer(text), starts[1:], strict=True):
        via = text[match.start() : end].partition("# via")[2]
        asked_by = tuple(word for word in re.findall(r"[a-z0-9._-]+", via) if word != "-r")
        found.append((match["name"], match["version"], match["where"] or "", asked_by))
    return found


def licence(name: str) -> str:
    """The SPDX expression of an installed package, as far as it declares one; a test knows the expressions allowed."""
    return READ[name] if name in READ else str(metadata(name)["License-Expression"] or metadata(name)["License"])


def sbom() -> str:
    """The bill as JSON, the same for the same lock."""
    rows = locked()
    parts = {
        (name, version): Component(
            name=name,
            version=version,
            type=ComponentType.LIBRARY,
            bom_ref=f"{name}@{version}",
            purl=PackageURL("pypi", None, name, version),
            licenses=[LicenseExpression(licence(name))],
        )
        for name, version, _, _ in rows
    }
    program = Component(name="evidence-dashboard", type=ComponentType.APPLICATION, bom_ref="evidence-dashboard")
    bom = Bom(components=parts.values(), serial_number=uuid.uuid5(uuid.NAMESPACE_URL, repr(rows)))
    bom.metadata.component = program
    for name, version, _, asked_by in rows:
        for asker in asked_by:
            owners = [part for (each, _), part in parts.items() if each == asker] or [program]
            for owner in owners:
                bom.register_dependency(owner, [parts[name, version]])
    made = json.loads(JsonV1Dot6(bom).output_as_string())
    del made["metadata"]["timestamp"]
    return json.dumps(made, indent=1, sort_keys=True) + "\n"


def licences() -> str:
    """One row a package: name, version, where it is needed, licence."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("package", "version", "where", "licence"))
    table.writerows((name, version, where, licence(name)) for name, version, where, _ in locked())
    return out.getvalue()


if __name__ == "__main__":
    SBOM.write_text(sbom(), encoding="utf-8")
    LICENCES.write_text(licences(), encoding="utf-8")
