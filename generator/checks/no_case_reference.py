"""No text holds the reference of a case.

Whoever can open the case system finds the person behind its number. A number counts after the name of such a system
(LAS, Mosaic, SystmOne, Niche), where it is called a case's, a referral's, an incident's or a person's number, or after
“ref:”; years, dates and numbers of fewer than four digits do not. The partnership's record can list further forms under
`case_references`, with 0 for each digit. Comments and file names are read too.

Wrong: `note: See Mosaic 1234567.`
Right: `note: See the second case of the sample.`
"""

from generator.privacy.screening import personal_data

upholds = ()
level = "E"
secret = excusable = True
problems = personal_data("case-reference", "a case reference")
