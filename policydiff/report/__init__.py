"""Results as text: a Comparison, a Timeline or a Presence in, str out. Sees results only and judges nothing.

What a report says, in the order in which a comparison meets it:

    captures.py          how each side is called: file name, moment of capture, address
    characters.py        policy text made harmless to show; addresses that may be followed
    marked_text.py       one change as runs of kept, deleted and inserted words
    numbered_changes.py  the numbered list of changes that a reader goes through
    moved_words.py       words that were deleted in one place and inserted in another
    punctuation.py       clauses of which only punctuation or the like changed
    reading_order.py     the policy in reading order, unchanged parts folded
    table_rows.py        the same, with tables in their rows
    finding_cards.py     the findings, with their words marked and a citation to copy
    wording.py  figures.py  verdict_text.py  document_text.py  change_text.py  link_text.py  days.py
                         the sentences and labels that all outputs share, by subject
    timelines.py  presences.py      a timeline and a presence as a report of blocks

How it is written:

    blocks.py            a report as headings, paragraphs, lists and cards; it as text and as Markdown
    html_page.py  markdown.py  terminal.py  comparison_json.py      the four outputs of a comparison
    terminal_writer.py   words written for a terminal, within its width
    history_json.py      a timeline and a presence as JSON

Nothing is imported here: the outputs are asked for one at a time, and only `html_page` loads jinja2.
"""
