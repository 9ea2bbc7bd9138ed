"""How things stand, worked out from all records: obligations, audits, actions, figures, disclosure control."""
