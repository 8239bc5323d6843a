"""What check and build cost, as ratios to a plain reading of the same files, on corpora made from a seed."""
