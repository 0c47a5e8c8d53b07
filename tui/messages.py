"""What widgets tell the screen above them; each a value with no reference to the store."""
