"""The report as an Excel workbook: sheets to read, to sort and filter, and to write in."""
