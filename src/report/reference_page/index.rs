//! All instruments, by the disease that they are for.

use crate::instruments::{Definition, Disease, REGISTRY};
use crate::report::confirmed;
use crate::text::ReferenceLanguage;

/// The instruments of a disease.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceGroup {
    /// The disease.
    pub disease: &'static str,
    /// Its instruments, in the order in which they are offered.
    pub entries: Vec<ReferenceEntry>,
}

/// An instrument in a list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceEntry {
    /// Its id.
    pub id: &'static str,
    /// Its published name.
    pub name: &'static str,
    /// Whether it is a preview.
    pub preview: bool,
    /// What it measures.
    pub measures: &'static str,
    /// What it gives.
    pub gives: String,
    /// The source that it names first.
    pub source: &'static str,
    /// How many rows are confirmed in which way.
    pub confirmed: String,
}

/// All instruments.
#[must_use]
pub fn reference_index(language: &dyn ReferenceLanguage) -> Vec<ReferenceGroup> {
    let entry = |definition: &'static Definition| {
        let text = language.instrument(definition.id);
        ReferenceEntry {
            id: definition.id,
            name: text.name,
            preview: definition.preview,
            measures: text.measures,
            gives: language.gives(definition),
            source: definition.sources.first().map_or("", |source| source.key),
            confirmed: language.confirmed(&confirmed(definition)),
        }
    };
    let group = |disease| {
        let of_disease = REGISTRY.iter().map(|instrument| instrument.definition());
        let entries = of_disease.filter(|definition| definition.disease == disease).map(entry);
        ReferenceGroup { disease: language.disease(disease), entries: entries.collect() }
    };
    Disease::ALL.into_iter().map(group).collect()
}
