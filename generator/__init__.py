"""A safeguarding partnership's quality assurance, from records to a published site."""
