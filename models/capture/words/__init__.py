"""The words of the grammar, Chinese and English, and what is made of them; they know no line."""
