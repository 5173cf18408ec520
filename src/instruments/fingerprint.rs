//! What decides the results of each instrument, in sixteen digits: the head of
//! the SHA-256 of its canonical text, which `rheumscore definitions` prints.
//!
//! Written by a test: `UPDATE_GOLDEN=1 cargo test --no-default-features --test
//! definitions`.

/// The hash of each instrument.
pub(super) const FINGERPRINTS: &[(&str, &str)] = &[
    ("sledai-2k", "e7facfab2f327e16"),
    ("selena-sledai", "c3729026888bc602"),
    ("selena-sledai-hybrid", "ff6ca493e2ac68c3"),
    ("sledai-1992", "b679bde4805d2c80"),
    ("doris-2021", "696accb7c4c7eaa4"),
    ("doris-2017", "d906165a8a3f6170"),
    ("lldas", "372ba464e0e19336"),
    ("selena-flare-index", "5f9b37240a19af87"),
    ("sri", "a493afa00ba76ebb"),
    ("eustar-2017", "b5005fa3b3f4ad62"),
    ("escsg-2001", "c33643dc3e3b5788"),
    ("mrss", "7883f66819938d7e"),
    ("acr-eular-myositis-2016", "f01e1bda401a978c"),
    ("mmt8", "722bbc40ea76e9f9"),
    ("haq-di", "0450b45753e66851"),
    ("crs-astct-2019", "c463778c88f679cf"),
    ("icans-astct-2019", "41741fe2d3d8f2a4"),
];
