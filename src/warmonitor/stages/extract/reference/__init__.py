"""What the sentences of a report lend to one another: places, days, sides, and who "they" may be."""
