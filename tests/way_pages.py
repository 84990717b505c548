"""Pages of a help site that does not exist: what stands where the ways out of a policy lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.servers import answer, raw, redirect, silence

if TYPE_CHECKING:
    from tests.servers import Page, Server

HEAD = "<!doctype html><html lang=en><head><title>{title}</title></head><body>"


def page(title: str, body: str) -> bytes:
    """A page of the help site."""
    return f"{HEAD.format(title=title)}<main><h1>{title}</h1>{body}</main></body></html>".encode()


FORM = page(
    "Object to the use of your information for AI",
    """<p>Fill in this form to object. We will review your request and may refuse it.</p>
    <form action="/send" method="post">
      <label>Country you live in * <select name="country"><option>Ireland<option>France</select></label>
      <label for="mail">Email address</label><input id="mail" type="email" required>
      <label for="why">Please explain how this processing impacts you</label><textarea id="why" required></textarea>
      <label for="shot">Screenshot of the answer that holds your information</label>
      <input id="shot" type="file" required>
      <input type="hidden" name="token" value="1"><button>Send</button></form>""",
)
REASON = page(
    "Object",
    """<p>Use this form to object.</p><form><label>Your email<input type="email" required></label>
    <label>Reason<textarea required></textarea></label><button>Send</button></form>""",
)
OPEN = page(
    "Opt out",
    """<p>Use this form to opt out.</p><form><label>Your email<input type="email" required></label>
    <label>Anything else?<textarea></textarea></label><button>Send</button></form>""",
)
DIALOG = page(
    "Your choices",
    """<p>You may object at any time.</p><dialog id="d"><form><label>Your email<input type="email" required></label>
    <label>Upload a proof<input type="file" required></label><button>Send</button></form></dialog>""",
)
LOGIN = page(
    "Log in",
    '<form><input name="user"><input type="password" name="secret"><button>Log in</button></form>',
)
ARTICLE = page(
    "How to object",
    "<p>You have the right to object. To do so, read the <a href='/help/object-2'>second part on how to object</a>.</p>",
)
ARTICLE_2 = page(
    "How to object, part two", "<p>You may object by <a href='/help/object-3'>this form</a>.</p>"
)
WORDS_ONLY = page(
    "How to object",
    "<p>Open the menu of the app, choose Privacy, then AI, and switch it off. This works in the app alone.</p>",
)
SCRIPT = b"<!doctype html><html lang=en><title>Form</title><body><div id=app></div><script>setTimeout(draw, 1e9)</script>"
DRAWN_BY_SCRIPT = (
    b"<!doctype html><html lang=en><title>Object</title><body><div id=app></div><script>setTimeout(() => {"
    b"document.getElementById('app').innerHTML = '<main><h1>Object</h1><p>Use this form to object.</p><form>"
    b"<label>Your email<input type=email required></label><label>Reason<textarea required></textarea></label>"
    b"<button>Send</button></form></main>'}, 300)</script>"
)
HOME = page(
    "Quillmoor", "<p>Welcome to Quillmoor, where people tell stories and read those of their friends.</p>"
)

SITE: dict[str, Page] = {
    "/": answer(HOME),
    "/forms/object": answer(FORM),
    "/forms/reason": answer(REASON),
    "/forms/open": answer(OPEN),
    "/forms/dialog": answer(DIALOG),
    "/settings": redirect("/login?next=/settings"),
    "/login?next=/settings": answer(LOGIN),
    "/forms/old": redirect("/"),
    "/help/object": answer(ARTICLE),
    "/help/object-2": answer(ARTICLE_2),
    "/help/object-3": answer(FORM),
    "/help/words": answer(WORDS_ONLY),
    "/forms/script": answer(SCRIPT),
}
"""What stands where; every other path answers 404."""

VERDICTS = {
    "/forms/object": "demands-proof",
    "/forms/reason": "demands-reason",
    "/forms/open": "works",
    "/forms/dialog": "demands-proof",
    "/settings": "needs-login",
    "/forms/old": "leads-elsewhere",
    "/help/object": "demands-proof",
    "/help/words": "cannot-tell",
    "/forms/script": "cannot-tell",
    "/forms/gone": "dead",
}


def policy(server: Server, paths: tuple[str, ...]) -> bytes:
    """A policy that names each path as a way to object."""
    links = "".join(
        f"<li>You may object by <a href='{server.url(path)}'>this form number {number}</a>.</li>"
        for number, path in enumerate(paths)
    )
    filler = (
        "<p>We use information about you to run our services and keep it as long as you have an account.</p>"
    )
    return page("Quillmoor Privacy Policy", f"{filler * 8}<h2>Your rights</h2><ul>{links}</ul>")


def hostile() -> dict[str, Page]:
    """What a server may do to whoever looks; each by a path of its own."""
    kinds: list[Page] = [
        redirect("/"),
        silence,
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", forever=b"<p>" + b"a" * 65_536),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", forever=b"a" * 65_536),
        answer(b"\x7fELF" + bytes(2_000), Content_Type="application/octet-stream"),
        answer(b"PK\x03\x04" + bytes(2_000), Content_Disposition="attachment; filename=a.zip"),
        redirect("http://10.0.0.1/"),
        redirect("http://169.254.169.254/latest/meta-data/"),
        redirect("file:///etc/passwd"),
        redirect("javascript:alert(1)"),
        answer(b"<script>for(;;)open('/')</script>"),
        answer(b"<form>" * 3_000 + b"<input required>" * 3_000),
        answer(b"<label for=x>" * 5_000 + b"<input id=x type=password>"),
        answer(b"", status=200),
        answer(b"<h1>No</h1>", status=500),
        answer(b"<h1>No</h1>", status=403),
        answer(b"<h1>No</h1>", status=410),
        raw(b"\x00\xff" * 400),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort"),
        answer(b"not packed", Content_Encoding="gzip"),
    ]
    return {f"/hostile/{number}": kinds[number % len(kinds)] for number in range(len(kinds))}
