"""Unit records yet to be filled in: what to ask a unit for, and the files in which it answers."""
