"""`python -m generator`: the command `qa`, where it is not installed."""

from generator.cli import entry_point

entry_point()
