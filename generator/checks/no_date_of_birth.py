"""No text holds a date of birth.

A date of birth and one other fact identify somebody. A whole date counts where “born”, “date of birth”, “DOB” or
“birthday” stands beside it, however it is written; a year or an age alone does not. Comments and file names are read
too.

Wrong: `note: The adult, born 12 March 1950, lives alone.`
Right: `note: The adult, in their seventies, lives alone.`
"""

from generator.privacy.screening import personal_data

upholds = ()
level = "E"
secret = excusable = True
problems = personal_data("date-of-birth", "a date of birth", "Give an age band, or nothing")
