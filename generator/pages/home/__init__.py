"""The home page of each edition."""
