"""Reports of one happening, brought together whole; the reports of a look-alike kept apart."""
