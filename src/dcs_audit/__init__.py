"""Checks what a Vietnamese public body owes the Law on Implementation of Grassroots Democracy (10/2022/QH15)."""

__version__ = "0.1.0"
