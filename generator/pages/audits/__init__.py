"""Audits: each audit, its tools and returns, and the year's programme."""
