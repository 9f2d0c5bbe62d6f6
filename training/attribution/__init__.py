"""How the reader of attributions is learned."""
