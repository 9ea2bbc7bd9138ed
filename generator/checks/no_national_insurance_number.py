"""No text holds a National Insurance number.

No learning needs a person's number, and Git keeps for ever what was committed. A number counts where its prefix is one
that is given out (not D, F, I, Q, U or V, no O in second place, not BG, GB, KN, NK, NT, TN or ZZ), with or without
gaps; in small letters only without. Comments and file names are read too.

Wrong: `note: Her number is AB 12 34 56 C.`
Right: `note: Her benefits were put in order.`
"""

from generator.privacy.screening import personal_data

upholds = ()
level = "E"
secret = excusable = True
problems = personal_data("national-insurance-number", "a National Insurance number")
