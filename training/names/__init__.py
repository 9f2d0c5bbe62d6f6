"""How the tagger of mentions is learned."""
