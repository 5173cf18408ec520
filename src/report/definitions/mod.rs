//! The definitions for other programs: what decides a result as a canonical
//! text, an instrument with its words as JSON, JSON Schemas, and the types for
//! TypeScript.
//!
//! All of it is written by the command line when a package is built. Nothing of
//! it is carried by a page.

mod canonical;
mod description;
mod schema;
mod typescript;

pub use canonical::canonical;
pub use description::description;
pub use schema::{Schema, schema};
pub use typescript::types;

use crate::instruments::{Definition, OptionDefinition, OptionValue, REGISTRY};
use crate::items::Item;

/// All tables.
fn all() -> impl Iterator<Item = &'static Definition> {
    REGISTRY.iter().map(|instrument| instrument.definition())
}

/// What is read at any visit under any rule set, in the order of the
/// dictionary, and whether by itself or behind another item only.
pub(super) fn read_items(definition: &Definition) -> Vec<(Item, bool)> {
    let read: Vec<Item> = definition.reads.iter().flat_map(|reads| reads.items).copied().collect();
    let behind =
        |item: Item| read.iter().any(|read| definition.measurements(*read).any(|by| by == item));
    let is_read = |item: Item| read.contains(&item);
    let all = Item::all().map(|item| (item, is_read(item)));
    all.filter(|(item, is_read)| *is_read || behind(*item)).collect()
}

/// The ids of the parts that an instrument can give, each once.
fn parts(definition: &Definition) -> Vec<&'static str> {
    let mut ids: Vec<&str> = Vec::with_capacity(definition.rows.len());
    for row in definition.rows {
        if !ids.contains(&row.id) {
            ids.push(row.id);
        }
    }
    ids
}

/// A value of an option as the wire writes it: a number without quotes.
fn wire(option: &OptionDefinition, value: &OptionValue, quote: char) -> String {
    if option.integer { value.code.to_owned() } else { format!("{quote}{}{quote}", value.code) }
}

/// The bands or levels that an instrument can give, in the order in which its
/// options name them.
fn categories(definition: &Definition) -> Vec<&'static str> {
    let values = definition.options.iter().flat_map(|option| option.values);
    let bands = values.filter_map(|value| value.bands).chain(definition.bands);
    let bands = bands.flat_map(|bands| bands.bands);
    let mut names: Vec<&str> = definition.levels.to_vec();
    for band in bands {
        if !names.contains(&band.name) {
            names.push(band.name);
        }
    }
    names
}
