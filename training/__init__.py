"""How the reader of statements is trained and measured; nothing here is part of the package that is
installed."""
