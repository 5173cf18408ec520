//! Files that are derived and committed: checked, or written anew on demand.

use std::path::Path;
use std::{env, fs};

/// Ends the test where a committed file is not what it is derived to be. With
/// `UPDATE_GOLDEN=1` in the environment the file is written instead.
pub fn check(path: &str, derived: &str, test: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
        fs::write(&file, derived).expect("a file is written");
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    let different = committed
        .lines()
        .zip(derived.lines())
        .position(|(one, other)| one != other)
        .unwrap_or(committed.lines().count().min(derived.lines().count()));
    assert!(
        committed == derived,
        "{path} differs from line {}:\n- {}\n+ {}\nIf that is meant, write it anew:\n\
         UPDATE_GOLDEN=1 cargo test --no-default-features --test {test}",
        different + 1,
        committed.lines().nth(different).unwrap_or("(nothing)"),
        derived.lines().nth(different).unwrap_or("(nothing)"),
    );
}
