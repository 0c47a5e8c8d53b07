"""The recap screen: the walk through the meeting at its end, page by page."""
