"""The digest screen: everything decided so far, to read out."""
