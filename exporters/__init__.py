"""A meeting becomes a file, and a file a meeting.

One module a format: an exporter is a function of a meeting that gives bytes and knows neither the store nor a
screen; writing them to their place is the caller's. This package imports `models`, never `tui`, and loads a heavy
library only inside the function that needs it.
"""
