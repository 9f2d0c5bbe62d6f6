"""Pages of records: places, actors, events, coverage, agreements, disputes and statements."""
