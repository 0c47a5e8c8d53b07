"""The prepare screen: the form before the meeting."""
