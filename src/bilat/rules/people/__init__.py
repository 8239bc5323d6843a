"""C: people, the offices they held, and the sides on which they stood."""
