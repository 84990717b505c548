"""Results as text: a Comparison, a Timeline or a Presence in, str out. Sees results only and judges nothing.

The content of a report, in the order in which a comparison passes through it:

    side_names.py        the names of the sides: file name, moment of capture, address
    characters.py        policy text made harmless to show; addresses that may be followed
    marked_text.py       one change as runs of kept, deleted and inserted words
    numbered_changes.py  the numbered list of changes that a reader goes through
    moved_words.py       words that were deleted in one place and inserted in another
    punctuation.py       clauses of which only punctuation or the like changed
    reading_order.py     the policy in reading order, unchanged parts folded
    table_rows.py        the same, with tables in their rows
    finding_cards.py     the findings as cards of one story each
    written_otherwise.py               findings about an address that only is written in another way
    masked_addresses.py  e-mail addresses that a recorder kept masked
    lede.py  lede_first.py  lede_point.py  lede_points.py  lede_order.py  lede_places.py
    lede_words.py
    word_changes.py  word_point.py  dated_lines.py  lede_dates.py
    lede_marks.py
                         what happened in a few sentences
    untold_changes.py    which changes no quote tells
    edited_paragraphs.py the sentences of one paragraph that changed, as one quote
    subject.py  document_titles.py  page_documents.py  printed_twice.py  owners.py  brands.py  self_names.py
                         whose document it is, and which: its title, and the name of its author
    changed_sections.py  under which heading alone a text changed
    heading_paths.py     the headings above changes
    translated.py        passages that stand in another language than before
    replaced_words.py  lede_names.py  repeated_words.py
                         names and addresses that gave way to others in several places; words put into several
    repeated_quotes.py   what two quotes of a report would tell twice
    trivial_changes.py  trivial_kinds.py  replaced_alone.py  lede_trivial.py  idle_edits.py
                         changes that nobody has to read, and the sentence that says what they are
    trivial_lines.py  trivial_links.py  trivial_names.py  trivial_sentences.py
                         the same by what they are of: how each kind is known
    changed_places.py      the places in which changes stand, as a reader counts them
    shuffled.py            paragraphs that a recording has in disorder
    around_page.py  around_lines.py    what differs on the page around the policy
    beside_words.py      what changed where no word did: how it is written, linked, set
    whole_parts.py       parts of a page that came or went whole
    what_leads.py        which of several places the others follow from
    text_headings.py     headings that a page sets as text
    clause_words.py      the words of both texts, read once
    counterparts.py  standing_alone.py     what like a quote stands on the other side; what it leans on
    lede_passages.py  passage_points.py  section_points.py  passage_extracts.py
                         what changed at one place, and what is quoted of it
    passage_counterparts.py  passage_pairs.py
                         what the other side says in its place; now and before
    quotes.py  whole_quotes.py             how a quote is cut, and widened
    full_sentences.py    what is quoted: whole sentences
    word_matching.py     where the words of two sentences differ
    wording.py  figures.py  verdict_text.py  document_text.py  change_text.py  link_text.py  days.py
                         the sentences and labels that all outputs share, by subject
    changelog.py         findings that rest on the policy's own list of changes
    citations.py  anchors.py     how to cite a side; where a link leads that survives a rerun

Each result as a report of blocks, and the blocks themselves:

    comparison_parts.py  what every form of a comparison shows, each part found once
    blocks.py            headings, paragraphs, lists, figures, cards
    comparison_report.py  timelines.py  presences.py  optouts.py
    stance_report.py     what one text states, also as JSON
    position_report.py  region_report.py     who says what; which region has what; also as JSON
    biography_report.py  every wording of the clauses, also as JSON

How it is written; these know nothing of one another:

    terminal.py  terminal_writer.py    a report as lines within a width
    markdown.py          a report as Markdown
    html_page.py  page_parts.py  a comparison as a page, with the whole policy; very many changes in parts
    history_page.py  timeline_picture.py   a timeline as a page, and its years as a picture
    fragments.py         one finding as a block of HTML for an article, or as a page for a picture
    docx_file.py         a comparison as tracked changes
    comparison_csv.py    a comparison as a table
    json_text.py  comparison_json.py  history_json.py  optouts_json.py    results as JSON

Nothing is imported here: the outputs are asked for one at a time, and only the pages (`html_page`,
`history_page`, `fragments`) load jinja2.
"""
