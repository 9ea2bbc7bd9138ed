"""No text holds a postcode.

A postcode covers about fifteen addresses, often fewer. In capitals and with its space, anything of that form counts; in
small letters, or without the space, only that of a real postcode area. Its first half alone (SK1) is allowed, and so is
the address of an office in a field made for public contact. Comments and file names are read too.

Wrong: `note: The home is at SK99 9ZZ.`
Right: `note: The home is in the north of the town.`
"""

from generator.privacy.screening import personal_data

upholds = ()
level = "E"
secret = excusable = True
problems = personal_data("postcode", "a postcode", "Name the ward or the town")
