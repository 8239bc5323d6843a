"""R: ids, and what they refer to."""
