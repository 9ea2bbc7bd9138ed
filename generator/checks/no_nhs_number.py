"""No text holds an NHS number.

Learning needs nobody's number, and Git keeps what was committed once. Ten digits count as an NHS number where they pass
its check (modulus 11) and are grouped 3-3-4, are a whole value, or follow soon upon a word for whose they are (NHS,
patient, hospital, adult, client): nine in a hundred counts of ten digits pass by chance, so one in the middle of a
sentence is taken for a count. Comments and file names are read too.

Wrong: `note: The adult (NHS number 999 000 0018) was asked.`
Right: `note: The adult was asked.`
"""

from generator.privacy.screening import personal_data

upholds = ()
level = "E"
secret = excusable = True
problems = personal_data("nhs-number", "an NHS number")
