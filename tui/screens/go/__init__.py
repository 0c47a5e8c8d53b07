"""The list of places Ctrl+G opens."""
