"""The stages joined: what each command does, from what it reads to what it hands to the report."""
