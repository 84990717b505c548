"""Writes what an archive holds into files of other tools."""

from __future__ import annotations

from policydiff.exporters.wacz import export_wacz
from policydiff.exporters.warc import Exported, export_warc

__all__ = ["Exported", "export_wacz", "export_warc"]
