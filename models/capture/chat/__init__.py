"""Chats and transcripts: heads with times (李经理 14:03), subtitles, and what is said behind them.

`blocks` makes a line of its own of everything that is said, its time and its speaker in front; `said` reads such lines.
"""
