"""Search: everything that words and filters find, and what may be meant by a name."""
