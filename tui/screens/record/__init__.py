"""The record screen: keys (`commands`), what is looked at (`session`), what is drawn (`panes`, `text`)."""
