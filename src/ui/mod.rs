//! What a page is made of: the form of an instrument and its result.
//!
//! Everything shown is derived from one signal, the draft of [`Session`].
//! [`platform`] is the only file that touches the browser.

mod answers;
mod definition;
pub mod erased;
mod field;
mod finding;
mod form;
mod measurement;
pub mod platform;
mod result;
mod session;
mod statement;

pub use form::Form;
pub use result::Results;
pub use session::{Session, language};
