"""Whom a line names: those the meeting knows, those it does not, who speaks, and who joins by it."""
