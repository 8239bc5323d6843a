"""T: tallies, the counts that others publish."""
