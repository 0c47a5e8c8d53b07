"""The real program in a real pseudo-terminal: what a person at a keyboard meets."""
