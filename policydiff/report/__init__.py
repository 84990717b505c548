"""Results as text: a Comparison, a Timeline or a Presence in, str out. Sees results only and judges nothing.

    sides.py       how each side is called: file name, moment of capture, address
    characters.py  policy text made harmless to show; addresses that may be followed
    marks.py       one change as runs of kept, deleted and inserted words
    entries.py     the numbered list of changes that a reader goes through
    substance.py   the findings, with their words marked and a citation to copy
    signs.py       clauses of which only punctuation or the like changed
    flow.py        the policy in reading order, unchanged parts folded
    story.py       what every output says in words: headline, figures, notes, limits
    page.py  markdown.py  terminal.py  data.py      the four outputs of a comparison
    pen.py         words written for a terminal, within its width
    spans.py       stretches of time in words
    timelines.py  presences.py      a timeline and a presence, told as a sheet
    sheet.py       a text of headings, paragraphs and entries; it as text and as Markdown
    records.py     a timeline and a presence as JSON

Nothing is imported here: the outputs are asked for one at a time, and only `page` loads jinja2.
"""
