"""X: what stands twice, or stands for nothing."""
