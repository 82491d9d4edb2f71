"""The handbook: the rules as pages for the desk of a law officer, in Markdown or HTML.

`volume` walks the rulebook and makes pages; `markdown` and `html` write them out.
"""
