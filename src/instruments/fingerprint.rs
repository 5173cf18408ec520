//! What decides the results of each instrument, in sixteen digits: the head of
//! the SHA-256 of its canonical text, which `rheumscore definitions` prints.
//!
//! Written by a test: `UPDATE_GOLDEN=1 cargo test --no-default-features --test
//! definitions`.

/// The hash of each instrument.
pub(super) const FINGERPRINTS: &[(&str, &str)] = &[
    ("sledai-2k", "ce7d74d082bc406e"),
    ("selena-sledai", "68e0b672d5c68c04"),
    ("selena-sledai-hybrid", "f21aabc458ccf92d"),
    ("sledai-1992", "bb4632057073229a"),
    ("doris-2021", "696accb7c4c7eaa4"),
    ("doris-2017", "d906165a8a3f6170"),
    ("lldas", "d554b7c43703e684"),
    ("selena-flare-index", "b4e62f29d8b54f75"),
    ("sri", "517c45d50ab4a62b"),
    ("sle-das", "2859df6bb4cfdcfa"),
    ("eustar-2017", "b5005fa3b3f4ad62"),
    ("escsg-2001", "c33643dc3e3b5788"),
    ("mrss", "51ac0a6b765c55ef"),
    ("acr-eular-myositis-2016", "f01e1bda401a978c"),
    ("imacs-improvement", "54be43ff3574b414"),
    ("mmt8", "722bbc40ea76e9f9"),
    ("haq-di", "0450b45753e66851"),
    ("crs-astct-2019", "071f80155da5aafc"),
    ("icans-astct-2019", "b763f768dc1d766e"),
    ("licats", "a637ea301736031d"),
    ("icaht-platelets", "be96c4f809c7269e"),
];
