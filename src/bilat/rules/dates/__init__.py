"""D: days, spans and the order of events."""
