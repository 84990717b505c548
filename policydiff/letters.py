"""E-mails that may contain a policy: the bytes of a message in, its body and attachments out. Pure.

Companies send changes of their policy by mail: the text itself, or a note with the policy attached. The
caller, who can read the parts, decides which of them is the policy.
"""

from __future__ import annotations

import email.policy
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from email.message import MIMEPart

MOST_PARTS: Final = 8
"""Most parts of one message that are read."""
_MOST_WALKED: Final = 500
_READ: Final = frozenset(
    (
        "text/html", "text/plain", "text/markdown", "application/pdf", "application/xhtml+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text", "application/octet-stream",
    )
)  # fmt: skip
_ENDINGS: Final = (".html", ".htm", ".pdf", ".docx", ".odt", ".md", ".txt")


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A body or an attachment."""

    name: str
    """Of the attachment's file, "" for a body."""
    content_type: str
    """With its charset."""
    data: bytes


def letter_parts(data: bytes) -> tuple[LetterPart, ...]:
    """The parts of a message that may be pages, bodies first, those of messages that it forwards after its
    own; of a body in two forms the page."""
    message = BytesParser(policy=email.policy.default).parsebytes(data)
    bodies = [body for one in _messages(message) if (body := one.get_body(("html", "plain")))]
    found = [LetterPart("", _type(body), _content(body)) for body in bodies][:MOST_PARTS]
    for part in _walked(message):
        name = part.get_filename() or ""
        attached = part.is_attachment() or bool(name)
        octets = part.get_content_type() == "application/octet-stream"
        readable = part.get_content_type() in _READ and (not octets or name.lower().endswith(_ENDINGS))
        if attached and readable and part not in bodies:
            found.append(LetterPart(name, "" if octets else _type(part), _content(part)))
        if len(found) >= MOST_PARTS:
            break
    return tuple(one for one in found if one.data)


def sent_at(data: bytes) -> datetime | None:
    """When a message says that it was sent, aware where it names a zone; None if it does not say."""
    head = BytesParser(policy=email.policy.compat32).parsebytes(data[:100_000], headersonly=True)
    try:
        return parsedate_to_datetime(str(head["date"])) if head["date"] else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _messages(message: EmailMessage) -> Iterator[EmailMessage]:
    """A message, and those that it forwards as attachments."""
    yield message
    for number, part in enumerate(message.walk()):
        if number == _MOST_WALKED:
            return
        if part.get_content_type() == "message/rfc822":
            for forwarded in part.iter_parts():
                if isinstance(forwarded, EmailMessage):
                    yield forwarded


def _walked(message: EmailMessage) -> Iterator[MIMEPart]:
    """The parts that hold no others, those of forwarded messages too."""
    for number, part in enumerate(message.walk()):
        if number == _MOST_WALKED:
            return
        if not part.is_multipart():
            yield part


def _type(part: MIMEPart) -> str:
    charset = part.get_content_charset()
    kind = part.get_content_type()
    return f"{kind}; charset={charset}" if charset and kind.startswith("text/") else kind


def _content(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
