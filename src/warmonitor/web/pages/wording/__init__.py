"""How every page says what the account has: words, names, sentences, and where they lead."""
