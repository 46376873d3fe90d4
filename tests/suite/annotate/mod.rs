//! What the recogniser finds, in texts of our own and, where they are at hand, in real ones.

mod gold;
