"""A second reading of the law: plain functions on plain records, against which the rulebook and the engines are held.

Nothing in the chapters of this package (`disclosure`, `conference`, `boards`, …) knows the product: each function says
in its first lines which clause it reads, takes the unit file as a person would type it, and gives the status of each
duty of that clause. Where a function and the product differ, the law decides which of them is wrong.
"""
