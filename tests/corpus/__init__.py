"""Tests on real policies, which are not part of this repository."""
