"""No text holds markup, a template's braces or an image.

A record is words: Markdown gives them shape. HTML, braces such as {{ }} or {% %} and images would do more than be read
if a page ever let them through; the pages strip them, and the author should know it before the reader does.

Wrong: `summary: <b>Fire</b> safety`
Right: `summary: "**Fire** safety"`
"""

from generator.privacy.screening import screened

upholds = ()
level = "E"
problems = screened(
    "markup",
    "markup",
    "Write words and Markdown: `**bold**`, lists, links. Put a space after “<” where it means less than.",
)
