"""What is kept in files between runs: reports as they came, and which has which run of words."""
