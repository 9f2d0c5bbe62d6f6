"""Timeline: events by type, place or actor, from years to the parts of a day."""
