"""Action plans and how their actions go."""
