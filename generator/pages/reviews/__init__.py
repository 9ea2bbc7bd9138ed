"""Reviews: Safeguarding Adult Reviews, other learning reviews, deep dives, inspections and peer reviews."""
