"""The quality assurance calendar."""
