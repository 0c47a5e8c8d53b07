"""What changes what stands: by number, in everyday words, corrections, reports on the meeting before."""
