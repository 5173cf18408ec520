//! What a page is made of: the form of an instrument and its result.
//!
//! Everything shown is derived from one signal, the draft of [`Session`].
//! [`element`] and [`platform`] are the only files that touch the browser.

mod answers;
mod definition;
mod drawing;
pub mod element;
mod field;
mod finding;
mod form;
mod measurement;
pub mod platform;
mod result;
mod session;
mod statement;

pub use drawing::{chart, scale};
pub use form::form;
pub use result::results;
pub use session::{Session, language};
