"""The report as a Word document in the layout that Nghị định 30/2020/NĐ-CP prescribes, or in an office's own template.

`content` says what is told, `letter` and `paper` how a page looks, `template` fills in what an office brings along.
Clauses cited as "PL I.II.4" are those of Phụ lục I, Phần I of that decree.
"""
