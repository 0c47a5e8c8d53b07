"""The stance board: departments by topics."""
