"""Who says what, in which words, and how firmly."""
