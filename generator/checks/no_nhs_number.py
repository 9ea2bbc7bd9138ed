"""No text holds an NHS number.

No learning needs a person's number, and Git keeps for ever what was committed. Ten digits count as an NHS number where
they pass its check (modulus 11) and are grouped 3-3-4, are a whole value, or come shortly after a word such as NHS,
patient, hospital, adult or client. Nine in a hundred numbers of ten digits pass by chance, so others in the middle of a
sentence are taken for counts. Comments and file names are read too.

Wrong: `note: The adult (NHS number 999 000 0018) was asked.`
Right: `note: The adult was asked.`
"""

from generator.privacy.screening import personal_data

upholds = ()
level = "E"
secret = excusable = True
problems = personal_data("nhs-number", "an NHS number")
