"""The calendar: what is due on which day, and what happened recently."""
