//! Rheumscore computes disease-activity and response scores for lupus,
//! systemic sclerosis and myositis, and says what it does not know.
//!
//! # The map
//!
//! | module | what it holds | what it never does |
//! |---|---|---|
//! | [`scoring`] | exact numbers, bounds, verdicts, evidence, the shape of an assessment | know an item, an instrument or a language |
//! | [`items`] | the dictionary: one row an item, and the visit that maps items to answers | judge |
//! | [`instruments`] | one table and one rule an instrument, and the registry of them | read text, fail, panic |
//! | [`contract`] | the JSON request: the public face | decide anything clinical |
//! | [`session`] | what is being typed, before it is an answer | touch the page |
//! | [`outcomes`] | what a course comes to over its visits | fill in what a visit lacks |
//! | [`cohort`] | what several courses come to together | average what is open |
//! | [`text`] | every string a person reads | compute |
//! | [`report`] | results, exports and what is read back from them, drawings | ask the clock |
//! | [`cli`] | the command-line scorer | run in a page |
//! | `ui`, `app` | the page (feature `app`) | hold state that could be derived |
//! | `element` | one form and its result within a page of others (feature `element`) | know that page |
//! | `api` | JavaScript functions (feature `api`) | add meaning |
//!
//! Dependencies run down this table's order and never back; a test reads the
//! sources and checks it.
//!
//! # What always holds
//!
//! - Unknown is a state. An item nobody assessed stands for every answer it
//!   could have, so a sum is an interval and a criterion has three verdicts.
//! - Numbers are exact. A literal is the decimal it shows, comparisons are made
//!   before any rounding, and no binary fraction takes part in a decision. The
//!   one exception are the logarithms of SLE-DAS: each is rounded to millionths
//!   once, and exact from there on.
//! - Scoring is total: any visit gives an assessment. What cannot be read is
//!   refused earlier, in [`contract`] and [`session`], with a problem that names
//!   the field and what is allowed.
//! - Every weight and cut-off stands once, in a table, with its source and with
//!   how well that source is confirmed.

#![deny(missing_docs, unsafe_code)]

pub mod cli;
pub mod cohort;
pub mod contract;
pub mod instruments;
pub mod items;
pub mod outcomes;
pub mod report;
pub mod scoring;
pub mod session;
pub mod text;

#[cfg(feature = "api")]
pub mod api;
#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "element")]
pub mod element;
#[cfg(any(feature = "app", feature = "element"))]
pub mod ui;
