"""No text holds an e-mail address of a domain that is not allowed.

An address often names a person. Only addresses of the domains that the partnership's record lists under `email_domains`
are allowed, preferably of shared mailboxes. Comments are read too.

Wrong: `email: anna@mail.example`
Right: `email: privacy@example.org`, where `email_domains` has example.org
"""

from generator.privacy.screening import personal_data

upholds = ()
level = "E"
secret = excusable = True
problems = personal_data(
    "personal-email-address",
    "an e-mail address of a domain that is not allowed",
    "Write a mailbox of a domain under the partnership's `email_domains`",
)
