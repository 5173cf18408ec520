//! The units and limits of a laboratory, written and read by themselves, so
//! that they are entered once for many patients.

use serde::Serialize;
use serde::ser::Serializer;

use super::LABORATORY;
use super::export::laboratory;
use super::layout::{JsonOut, head, lines};
use super::opened::{Found, Opened, Place};
use crate::contract::FileProblem;
use crate::items::Item;
use crate::session::Laboratory;

/// Writes the units and limits of a laboratory.
#[must_use]
pub fn export_laboratory(laboratory: &Laboratory, exported_at: &str) -> String {
    lines(&Document { laboratory, exported_at })
}

/// Reads the units and limits of a laboratory.
///
/// # Errors
/// [`FileProblem`] where they cannot be taken over whole.
pub fn import_laboratory(bytes: &[u8]) -> Result<Laboratory, FileProblem> {
    let file = Opened::read(bytes, &[LABORATORY])?;
    let read = |root: &Place| {
        root.only(&["format", "schema", "app", "exported_at", "laboratory"])?;
        restore(&root.member("laboratory")?)
    };
    read(&file.root()).map_err(|problem| file.explained(problem))
}

/// What a file is made of.
struct Document<'a> {
    laboratory: &'a Laboratory,
    exported_at: &'a str,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = [("laboratory", laboratory(self.laboratory))];
        let head = head(LABORATORY, self.exported_at);
        let members = head.iter().chain(&members);
        serializer.collect_map(members.map(|(key, json)| (key, JsonOut(json))))
    }
}

/// The units and limits of a file.
pub(super) fn restore(place: &Place) -> Found<Laboratory> {
    let mut laboratory = Laboratory::default();
    for (id, place) in place.members()? {
        let Some(item) = Item::from_id(id) else { return place.broken() };
        let mut is_blank = true;
        for (key, place) in place.members()? {
            let field = Laboratory::fields(item).find(|field| field.key() == key);
            let text = place.owned()?;
            match field {
                // A blank text would be gone.
                Some(field) if !text.trim().is_empty() => laboratory.set(item, field, text),
                Some(_) | None => return place.broken(),
            }
            is_blank = false;
        }
        if is_blank {
            return place.broken();
        }
    }
    Ok(laboratory)
}
