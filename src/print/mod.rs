//! Paper: pages, and their renderings.
