"""E-mail addresses that a content delivery network masks."""

from __future__ import annotations

import pytest

from policydiff.normaliser import masks
from tests.pages import clauses


def masked(address: str, key: int) -> str:
    """The code of an address under a key."""
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


@pytest.mark.parametrize("key", [0x11, 0xE0])
def test_the_address_is_read_whatever_the_key_of_the_day(key: int) -> None:
    """Two captures under different keys give the same clause and the same link."""
    code = masked("dpo@lumenpost.example", key)
    found = clauses(
        f'<p>Write to <a href="/cdn-cgi/l/email-protection#{code}"><span class="__cf_email__"'
        f' data-cfemail="{code}">[email&#160;protected]</span></a>.</p>'
    )
    assert found[0].text == "Write to dpo@lumenpost.example."
    assert [link.target for link in found[0].links] == ["mailto:dpo@lumenpost.example"]


def test_a_masked_link_leads_to_the_address() -> None:
    """The link itself may bear the code."""
    code = masked("dpo@lumenpost.example", 0x42)
    found = clauses(
        f'<p><a href="/cdn-cgi/l/email-protection" data-cfemail="{code}">[email protected]</a></p>'
    )
    assert [link.target for link in found[0].links] == ["mailto:dpo@lumenpost.example"]


@pytest.mark.parametrize("code", ["", "zz", "12", "1", "00ff", masked("no address", 7), masked("a@b\n", 7)])
def test_what_is_no_address_is_left_alone(code: str) -> None:
    """A code that does not hold an address changes nothing."""
    assert masks.decoded(code) == ""
    assert (
        clauses(f'<p>at <span data-cfemail="{code}">[email protected]</span></p>')[0].text
        == "at [email protected]"
    )
