"""One module a table, of the name of its schema: a function rows(corpus), and TRACE, the way back of each column."""
