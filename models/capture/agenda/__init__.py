"""What the meeting is about: its topics as they are opened, and its own facts."""
