//! What several tests need.

#![allow(dead_code, reason = "each test takes what it needs")]

#[cfg(not(target_arch = "wasm32"))]
pub mod bounded;
pub mod cases;
#[cfg(not(target_arch = "wasm32"))]
pub mod cohort;
#[cfg(not(target_arch = "wasm32"))]
pub mod course;
#[cfg(not(target_arch = "wasm32"))]
pub mod examples;
#[cfg(not(target_arch = "wasm32"))]
pub mod golden;
#[cfg(not(target_arch = "wasm32"))]
pub mod made;
#[cfg(not(target_arch = "wasm32"))]
pub mod open;
#[cfg(not(target_arch = "wasm32"))]
pub mod registry;
#[cfg(not(target_arch = "wasm32"))]
pub mod steps;
#[cfg(not(target_arch = "wasm32"))]
pub mod story;
#[cfg(not(target_arch = "wasm32"))]
pub mod told;
