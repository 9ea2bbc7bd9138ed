"""No text holds a person's telephone number.

Mobile, land-line and foreign numbers count, however they are grouped. Those that begin with 03, 05, 08 or 09 belong to
organisations, and a number that stands in a field made for public contact, as the partnership's contacts do, may stand
anywhere. Comments and file names are read too.

Wrong: `note: Her son can be rung on 07700 900123.`
Right: `note: Her son can be reached through her social worker.`
"""

from generator.privacy.screening import personal_data

upholds = ()
level = "E"
secret = excusable = True
problems = personal_data("personal-telephone-number", "a telephone number")
