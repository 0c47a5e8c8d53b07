"""What was disputed, agreed on, decided, set aside or left open, by the words of the room."""
