"""Agencies: what each owes, returned, does and learned."""
