"""P: places, channels, and what may be part of what."""
