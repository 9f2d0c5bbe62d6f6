"""What is kept between runs: reports as they came, what was made of them, which has which run of words."""
