//! What the clerk sees.
