"""The Textual application and the `jiyao` command.

Screens, widgets, styles, the key map, and the command line that opens them or answers a script without them. What
is shown and how it is reached belongs here; what is true of a meeting belongs to `models`, what stands in a file to
`exporters`. Neither this module nor the command's imports Textual, so that scripts stay fast.
"""
