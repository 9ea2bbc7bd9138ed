"""Reviews: adult reviews, other learning reviews, deep dives, inspections and peer reviews."""
