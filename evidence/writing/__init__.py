"""How tables and archives are written: CSV, lines of a table, ZIP; one writer for each."""
