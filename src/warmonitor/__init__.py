"""warmonitor: reads reports of a war and gives the account of what they say."""

__version__ = "0.1.0"
