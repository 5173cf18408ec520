//! What a page is made of: the form of a visit and its results.
//!
//! Everything shown is derived from one signal, the course of [`Session`].
//! [`element`], [`platform`] and the keys of the form are the only files that
//! touch the browser.

mod answers;
mod aside;
mod card;
mod carried;
mod comparison;
mod definition;
mod derived;
mod drawing;
pub mod element;
mod explanation;
mod field;
mod finding;
mod form;
mod host;
mod keys;
mod measurement;
pub mod platform;
mod rail;
mod rules;
mod session;
mod sheet;
mod statement;
mod worksheet;

pub use comparison::comparison;
pub use definition::evidence;
pub use derived::{Derived, Writable};
pub use drawing::{chart, lanes, scale};
pub use explanation::{REFERENCE, doi, reference_address, source, table_row};
pub use form::{field_id, form};
pub use host::{Host, Terms, held};
pub use rail::{bar, headline, rail};
pub use session::{Entered, Session, go_to_item, language, provided, spoken};
pub use sheet::{head, sheet};
