"""How the shipped models are learned; never imported by the program."""
