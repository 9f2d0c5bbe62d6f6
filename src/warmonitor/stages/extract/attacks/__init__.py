"""Uses of force, with who did it, to whom, and by what means."""
