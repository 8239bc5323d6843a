"""Hostile records: what strangers may write, thrown at the command line, and the laws that must hold whatever it is.

A case is drawn from a seed and a number: a small checkout, one to three of its files changed, and a command. `stock`
holds the checkouts and records, `raw`, `tokens`, `structure` and `places` change them, `case` draws, `writers` draw a
command that may write, `checkout` writes and restores, `laws` judge what is said, `traces` what is left behind, `lanes`
run many.
"""
