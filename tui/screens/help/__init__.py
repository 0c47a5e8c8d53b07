"""The help screen: keys and grammar."""
