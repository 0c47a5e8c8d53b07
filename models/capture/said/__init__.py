"""What somebody holds, what speaks against its being the last speaker's, and what is nobody's."""
