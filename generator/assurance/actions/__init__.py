"""Actions: how each stands, how plans progress, and which answer a finding or recommendation."""
