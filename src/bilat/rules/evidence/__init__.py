"""E: evidence, voices and sources."""
