//! What stands in a letter.
