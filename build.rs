//! Tells the compiler when the page is built to be taken apart. Written here and
//! not into flags for every crate: what the page and the element are built on is
//! then the same, and compiled once.

/// Set by scripts/lib.sh for the release build of the page.
const SPLIT: &str = "RHEUMSCORE_SPLIT";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={SPLIT}");
    println!("cargo::rustc-check-cfg=cfg(split)");
    if std::env::var_os(SPLIT).is_some() {
        // The program marks where it can be taken apart, and the linker keeps
        // what scripts/split.mjs needs for that.
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
