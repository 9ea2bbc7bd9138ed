"""What must not stand in any text of a record: personal data and markup."""
