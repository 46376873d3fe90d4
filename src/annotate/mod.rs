//! Finds names, dates and quantities in the stories.
