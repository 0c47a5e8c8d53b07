"""The meetings of the tests, from one list of people and one way to make each thing.

`people` says who sits there and when. `contexts` gives what the capture grammar is told of it; `rows` builds a meeting
row by row, without store or grammar, and `launch`, `flawless`, `polished` and `large` are built so; `stored` keeps
meetings in real files, typed or imported line by line.
"""
