//! Small, fixed hashes: the same on every machine and in every version, since the model's file is made of them.

/// Joins two numbers into one.
#[must_use]
pub fn mix(a: u32, b: u32) -> u32 {
    (a.rotate_left(5) ^ b).wrapping_mul(0x9e37_79b1)
}

/// Spreads a number over all its bits (the last step of Murmur 3).
#[must_use]
pub fn spread(mut h: u32) -> u32 {
    h ^= h >> 16;
    h = h.wrapping_mul(0x85eb_ca6b);
    h ^= h >> 13;
    h = h.wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
}

/// Stands for a string.
#[must_use]
pub fn hash_chars(chars: impl Iterator<Item = char>) -> u32 {
    spread(chars.fold(0x811c_9dc5, |hash, c| mix(hash, c as u32)))
}
