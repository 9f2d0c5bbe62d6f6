"""Review: what waits for a judgement, how one is made, and what was judged."""
