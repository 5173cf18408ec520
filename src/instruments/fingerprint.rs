//! What decides the results of each instrument, in sixteen digits: the head of
//! the SHA-256 of its canonical text, which `rheumscore definitions` prints.
//!
//! Written by a test: `UPDATE_GOLDEN=1 cargo test --no-default-features --test
//! definitions`.

/// The hash of each instrument.
pub(super) const FINGERPRINTS: &[(&str, &str)] = &[
    ("sledai-2k", "6d0fdc7f50e2adec"),
    ("selena-sledai", "ba86e3d681097590"),
    ("selena-sledai-hybrid", "c8b9abaaaa3a4689"),
    ("sledai-1992", "27290a76032339bf"),
    ("doris-2021", "1b504416feb634d7"),
    ("eustar-2017", "6579fdb0491fd8e5"),
    ("acr-eular-myositis-2016", "0f034a56f866c61e"),
];
