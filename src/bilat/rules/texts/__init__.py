"""L: the letters in which texts are written."""
