"""No text names a person.

People appear by role, or as a review calls them (Adult A). There is no list of names: a title before a name
(Mrs Smith), or a word of kinship before two words with capitals (her daughter Anna Brown) is reported as probable, and
accepted with a reason, as for the author of a published book. A name without such a word is found only by a
person who reads the record.

Wrong: `note: Her daughter Anna Brown took part.`
Right: `note: Her daughter took part.`
"""

from generator.privacy.screening import screened

upholds = ()
level = "D"
secret = excusable = True
problems = screened("personal-name", "what looks like a person's name", "Write the role instead.")
