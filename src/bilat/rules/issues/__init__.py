"""I: issues, and how broad they are."""
