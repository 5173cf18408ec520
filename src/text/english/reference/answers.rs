//! What answers look like.

use super::super::sentences::listed;
use super::super::{English, vocabulary};
use super::rows::exact;
use crate::items::{Item, Kind};
use crate::scoring::{Finding, LimitName, Scale, Units};
use crate::text::Language;

/// What an answer to an item looks like.
pub(super) fn answer(item: Item) -> String {
    match item.kind() {
        Kind::Finding => {
            let answers = Finding::ALL.map(|it| vocabulary::finding(it).to_ascii_lowercase());
            listed(&answers, "or")
        }
        Kind::Count { highest } => format!("a whole number, 0 to {highest}"),
        Kind::Choice(codes) => {
            let codes = codes.iter().map(|code| English.choice(item, code));
            codes.collect::<Vec<_>>().join("; ")
        }
        Kind::Attestation => "yes or no, stated by the clinician".to_owned(),
        Kind::Measurement(scale) => measured(scale),
    }
}

fn measured(scale: &Scale) -> String {
    let mut units = scale.unit_codes().map(|code| English.unit(code).to_owned());
    let mut said = match scale.units {
        Units::Any => "a number in the unit of the laboratory".to_owned(),
        Units::Listed(_) => {
            let range = format!("{} to {}", exact(scale.lowest), exact(scale.highest));
            let canonical = units.next().map(|unit| format!(" {unit}")).unwrap_or_default();
            let others: Vec<String> = units.collect();
            let others = match others.as_slice() {
                [] => String::new(),
                others => format!("; also given in {}", listed(others, "or")),
            };
            format!("a number, {range}{canonical}{others}")
        }
    };
    if let Some(limit) = scale.limit {
        said = format!("{said}, with {}", self::limit(limit));
    }
    if scale.drug {
        said = format!("{said}; a dose of any listed glucocorticoid, read as prednisolone");
    }
    said
}

/// The limit of its laboratory that a value is read against.
const fn limit(limit: LimitName) -> &'static str {
    match limit {
        LimitName::Low => "its lower limit of normal",
        LimitName::Detection => "the limit of detection of the laboratory",
        LimitName::High | LimitName::Uln => "its upper limit of normal",
    }
}
