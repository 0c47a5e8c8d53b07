"""The record screen: keys (`actions`), what is looked at (`session`), what is drawn (`panes`, `text`)."""
