"""The workflows: what each command does, from its input to the values for the report."""
