"""Audits: their windows and milestones, who took part, the results, and each year's programme."""
