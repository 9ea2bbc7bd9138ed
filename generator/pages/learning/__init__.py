"""Learning: briefings, good practice, surveys, training, visits and what adults said."""
