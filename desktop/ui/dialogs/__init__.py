"""Windows that ask for something before a deed."""
