"""What stands around every page: its record, route, answer and template, the way in, and what went wrong."""
