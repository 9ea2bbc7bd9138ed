"""The calendar: what falls on which day, and what happened of late."""
