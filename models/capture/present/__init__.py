"""Who is there: lists of attendance with and without a label, sentences about coming and going."""
