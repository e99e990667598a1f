"""Formulas are read as a chemist reads them, and the shares in the data follow from them."""

import pytest

from evidence.doses.formula import ATOMIC_MASSES, FormulaError, atoms, molar_mass, pieces


def mass_percent(formula, element):
    return 100 * ATOMIC_MASSES[element] * atoms(formula)[element] / molar_mass(formula)


def test_brackets_and_water_are_counted():
    assert atoms("Mg3(C6H5O7)2.9H2O") == {"Mg": 3, "C": 12, "H": 28, "O": 23}
    assert atoms("Ca5(PO4)3(OH)") == {"Ca": 5, "P": 3, "O": 13, "H": 1}
    assert atoms("Fe4(Fe(CN)6)3") == {"Fe": 7, "C": 18, "N": 18}


@pytest.mark.parametrize("dot", [".", "\u00b7", "*", " . "])
def test_any_common_dot_stands_for_water(dot):
    assert atoms(f"MgSO4{dot}7H2O") == atoms("MgSO4.7H2O")


@pytest.mark.parametrize("text", ["", "mg", "Xx2", "Mg(OH", "MgOH)2", "Mg..O", "Mg-O", "()"])
def test_what_is_not_a_formula_is_an_error(text):
    with pytest.raises(FormulaError):
        atoms(text)


def test_molar_masses_of_common_substances():
    assert molar_mass("H2O") == pytest.approx(18.015, abs=0.001)
    assert molar_mass("NaCl") == pytest.approx(58.44, abs=0.01)
    assert mass_percent("FeSO4.7H2O", "Fe") == pytest.approx(20.09, abs=0.01)
    assert mass_percent("NaCl", "Mg") == 0


def test_every_share_and_mass_of_the_shipped_salts_follows_from_its_formula(shipped):
    rows = shipped.compounds[shipped.compounds["formula"].notna()]
    assert len(rows) > 10
    for _, row in rows.iterrows():
        assert row["elemental_percent"] == pytest.approx(mass_percent(row["formula"], "Mg"), abs=0.01), row["label"]
        assert row["molar_mass_g_mol"] == pytest.approx(molar_mass(row["formula"]), abs=0.01), row["label"]


def test_a_salt_without_a_formula_has_no_share(shipped):
    rows = shipped.compounds[shipped.compounds["formula"].isna()]
    assert rows["elemental_percent"].isna().all()


def test_a_formula_is_set_with_low_figures_and_a_raised_dot():
    assert pieces("Mg3(C6H5O7)2.9H2O") == (
        ("Mg", False), ("3", True), ("(C", False), ("6", True), ("H", False), ("5", True), ("O", False), ("7", True),
        (")", False), ("2", True), ("\u00b79H", False), ("2", True), ("O", False),
    )  # fmt: skip
    assert "".join(text for text, _ in pieces("Mg(OH)2")) == "Mg(OH)2"
