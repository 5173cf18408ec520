//! What an instrument says differently of an item that others ask as well: the
//! sheets of the SLEDAI family beside SLEDAI-2K, and indices that read less.

use super::items;
use crate::items::Item;
use crate::text::ItemText;

/// What an instrument says differently of one item.
struct Difference {
    item: Item,
    counts: &'static str,
    excludes: &'static str,
}

/// A row: what counts and what does not.
const fn differs(item: Item, counts: &'static str, excludes: &'static str) -> Difference {
    Difference { item, counts, excludes }
}

/// The full trial form of SELENA, apart from proteinuria.
const SELENA: &[Difference] = &[
    differs(
        Item::Seizure,
        "A seizure of recent onset, caused by lupus.",
        "Metabolic, infectious or drug cause; irreversible earlier brain damage.",
    ),
    differs(
        Item::VisualDisturbance,
        "Lupus of the eye: retina (cytoid bodies, bleeding), exudate or bleeding in the choroid, \
         optic neuritis, scleritis or episcleritis.",
        "Hypertension, infection, drugs.",
    ),
    differs(
        Item::CranialNerveDisorder,
        "New sensory or motor neuropathy of a cranial nerve; vertigo from lupus counts.",
        "Any cause but lupus.",
    ),
    differs(Item::Cva, "A new stroke caused by lupus.", "Arteriosclerosis, hypertension."),
    differs(
        Item::Rash,
        "Inflammatory lupus rash: new or ongoing.",
        "Scars and fixed traces of an old rash.",
    ),
    differs(
        Item::Alopecia,
        "Abnormal hair loss from active lupus, patchy or diffuse: new or ongoing.",
        "Scarring, drugs.",
    ),
    differs(
        Item::MucosalUlcers,
        "Oral or nasal ulcers from active lupus: new or ongoing.",
        "Any cause but lupus.",
    ),
    differs(
        Item::Pleurisy,
        "One is enough: severe typical pleuritic pain, rub, effusion or new pleural thickening.",
        "Any cause but lupus.",
    ),
    differs(
        Item::Pericarditis,
        "One is enough: severe typical pericardial pain, rub, effusion or proof by ECG.",
        "Any cause but lupus.",
    ),
];

/// The sheet of 1992, apart from proteinuria.
const OF_1992: &[Difference] = &[
    differs(
        Item::Rash,
        "Inflammatory lupus rash: new or recurrent.",
        "A rash that merely lasts; scars and fixed traces.",
    ),
    differs(
        Item::Alopecia,
        "Abnormal hair loss from lupus, patchy or diffuse: new or recurrent.",
        "Hair loss that merely lasts; scarring, drugs.",
    ),
    differs(
        Item::MucosalUlcers,
        "Oral or nasal ulcers from lupus: new or recurrent.",
        "Ulcers that merely last; any cause but lupus.",
    ),
];

/// Proteinuria that has to be new or to rise.
const NEW_OR_RISING: &[Difference] = &[differs(
    Item::Proteinuria,
    "Protein in urine above the limit that is new, or has recently risen by more than the sheet \
     asks.",
    "A stable or falling value; protein leak from damage or another kidney disease.",
)];

/// Complement where only two of its values are read.
const WITHOUT_CH50: &[Difference] = &[differs(
    Item::LowComplement,
    "C3 or C4 below the laboratory’s limit. One item, even if both are low.",
    "A low CH50, which is not read here.",
)];

/// The tables in which an instrument is described.
fn differences(instrument: &str) -> &'static [&'static [Difference]] {
    match instrument {
        "selena-sledai" => &[SELENA, NEW_OR_RISING],
        "selena-sledai-hybrid" => &[SELENA],
        "sledai-1992" => &[OF_1992, NEW_OR_RISING],
        "sle-das" | "escsg-2001" => &[WITHOUT_CH50],
        _ => &[],
    }
}

/// An item, as an instrument asks it.
pub(super) fn text(instrument: &str, item: Item) -> ItemText {
    let usual = items::text(item);
    differences(instrument)
        .iter()
        .copied()
        .flatten()
        .find(|difference| difference.item == item)
        .map_or(usual, |Difference { counts, excludes, .. }| ItemText { counts, excludes, ..usual })
}
