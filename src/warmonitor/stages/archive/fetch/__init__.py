"""The network: addresses fetched through a guard, and what feeds, sitemaps and robots files say.

Nothing else of the program opens a connection.
"""
