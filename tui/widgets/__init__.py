"""Widgets of more than one screen: each draws what it is given and tells what was done, and none reaches the store."""
