"""Who is there, written without a label: 产品部林薇、吴哲 研发部姜涛请假 · SRE - Tom Beck and Yusuf Kara.

`reader` takes a line piece by piece, whatever the language; `chinese` and `english` say, each for its own, where pieces
end, what a name and a department look like, and what stands behind one; `tongue` says what they are asked for.
"""
