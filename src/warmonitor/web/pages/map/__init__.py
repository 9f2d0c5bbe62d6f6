"""Map: who holds what, roads out, posts and events on one day, each also as a list."""
