"""Learning: reviews and their time limits, themes that recur, and what adults said to agencies."""
