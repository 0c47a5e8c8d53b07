"""What a typed line means: pure functions from a line and its context to values, without store or clock.

A line is cleaned and folded (`words`), its escape and continuation signs are taken off and it is cut into clauses
(`clauses`), each clause is recognised by the first family that knows its beginning (`recognise`), and the family's
module makes the values of `parsed`.
"""
