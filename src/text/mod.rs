//! What we know about characters: folding for search, sentences, scripts, offsets.
