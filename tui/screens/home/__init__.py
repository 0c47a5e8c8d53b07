"""The home screen: all meetings, what is open, and search."""
