"""What the screens find in a register's files, and reports that do not repeat it."""
