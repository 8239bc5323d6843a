"""What check and build cost, as ratios: of one file to bare Python, of corpora made from a seed to a plain reading."""
