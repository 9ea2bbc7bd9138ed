"""No text holds a character that can't be seen.

Characters that turn the direction of writing, or have no width, make a text read otherwise than it is, and hide a word
from search and from the other checks of texts. They come with text copied from elsewhere. Comments are read too.

Wrong: `title: Fire safety`, with a space of no width after “Fire”, as copied from a message
Right: `title: Fire safety`, typed
"""

from generator.privacy.screening import screened

upholds = ()
level = "E"
problems = screened("hidden-character", "a character that can't be seen", "Delete it, or type the words again.")
