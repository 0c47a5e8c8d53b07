"""The meeting as data.

Entities, the capture grammar, dates, findings, the life cycle of a meeting and its minutes, the store, and the
translations every layer speaks through. A thing belongs here when it is true of the meeting whatever shows it:
nothing in this package knows a screen or a file format, and it imports neither `exporters` nor `tui`.
"""
