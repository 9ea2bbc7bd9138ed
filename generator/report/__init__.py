"""Problems in the form that their reader needs: one file, one form."""
