"""The export sheet: which document of the open meeting goes where."""
