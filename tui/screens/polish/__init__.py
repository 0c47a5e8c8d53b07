"""The polish screen: what was typed beside what the document says."""
