"""Writes what an archive holds into files for other tools."""

from __future__ import annotations

from policydiff.exporters.csv_files import export_csv
from policydiff.exporters.parquet import export_parquet
from policydiff.exporters.sqlite import export_sqlite
from policydiff.exporters.wacz import export_wacz
from policydiff.exporters.warc import Exported, chosen_series, export_warc

__all__ = [
    "Exported", "chosen_series", "export_csv", "export_parquet", "export_sqlite", "export_wacz",
    "export_warc",
]  # fmt: skip
