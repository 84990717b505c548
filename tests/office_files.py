"""Documents of word processors as their programs write them, part by part; and what was made to do damage."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns='
    '"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="{_W}">'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
)
_DOC_RELS = (
    _RELS.replace('officeDocument" Target', 'styles" Target')
    .replace('relationships/officeDocument" ', 'relationships/styles" ')
    .replace("word/document.xml", "styles.xml")
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip archive with these files, the first of them unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, text) in enumerate(members.items()):
            archive.writestr(name, text, zipfile.ZIP_STORED if number == 0 else None)
    return packed.getvalue()


def paragraph(text: str, style: str = "") -> str:
    """One of a Word document."""
    told = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{told}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def docx(*inside: str, prolog: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    """A Word document with these paragraphs, as XML."""
    body = f'<w:document xmlns:w="{_W}"><w:body>{"".join(inside)}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS,
            "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{prolog}{body}',
            "word/styles.xml": _STYLES,
            "word/_rels/document.xml.rels": _DOC_RELS,
            **(more or {}),
        }
    )


def odt(*inside: str, prolog: str = "") -> bytes:
    """An OpenDocument text with these elements."""
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    head = f'<?xml version="1.0" encoding="UTF-8"?>{prolog}'
    names = f'xmlns:office="{office}" xmlns:text="{text}" xmlns:table="{table}" office:version="1.3"'
    kind = "application/vnd.oasis.opendocument.text"
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (
            ("/", kind),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        )
    )
    return zipped(
        {
            "mimetype": kind,
            "content.xml": f"{head}<office:document-content {names}><office:automatic-styles/><office:body>"
            f"<office:text>{''.join(inside)}</office:text></office:body></office:document-content>",
            "styles.xml": f"{head}<office:document-styles {names}><office:styles/></office:document-styles>",
            "meta.xml": f"{head}<office:document-meta {names}><office:meta/></office:document-meta>",
            "META-INF/manifest.xml": '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest='
            f'"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">{files}</manifest:manifest>',
        }
    )
