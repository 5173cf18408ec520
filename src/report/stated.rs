//! An answer of the contract, taken apart to be shown.

use crate::contract::Json;
use crate::items::Item;
use crate::scoring::LimitName;

/// A number as it was stated, with what was stated beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated<'a> {
    /// The number; with its comparator, or both ends of a range.
    pub number: String,
    /// The code of the unit, or nothing.
    pub unit: &'a str,
    /// The reference limit, or nothing.
    pub limit: &'a str,
    /// The code of the drug, or nothing.
    pub drug: &'a str,
}

impl<'a> Stated<'a> {
    /// The number of an answer; `None` where it is no number. The ends of a
    /// range are joined by this dash.
    pub(super) fn of(item: Item, answer: &'a Json, dash: &str) -> Option<Stated<'a>> {
        let text = |key: &str| match answer.member(key) {
            Some(Json::Text(text) | Json::Number(text)) => text.as_ref(),
            _ => "",
        };
        let number = match answer {
            Json::Number(number) => number.to_string(),
            Json::Object(_) if answer.member("from").is_some() => {
                [text("from"), dash, text("to")].concat()
            }
            Json::Object(_) => [text("comparator"), text("value")].concat(),
            Json::Null | Json::Bool(_) | Json::Text(_) | Json::List(_) => return None,
        };
        let limit = item.kind().limit().map_or("", LimitName::key);
        Some(Stated { number, unit: text("unit"), limit: text(limit), drug: text("drug") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(item: Item, answer: &str) -> Option<String> {
        let answer = Json::read(answer).expect("JSON").json;
        Stated::of(item, &answer, "-").map(|stated| stated.number)
    }

    #[test]
    fn a_number_is_shown_as_it_was_stated() {
        assert_eq!(number(Item::Mrss, "3").as_deref(), Some("3"));
        assert_eq!(number(Item::Pga, r#"{"value": "0.4"}"#).as_deref(), Some("0.4"));
        let below = r#"{"value": "0.3", "comparator": "<", "unit": "mg/dL"}"#;
        assert_eq!(number(Item::Crp, below).as_deref(), Some("<0.3"));
        let range = r#"{"from": "5", "to": "10"}"#;
        assert_eq!(number(Item::UrineRbcHpf, range).as_deref(), Some("5-10"));
        assert_eq!(number(Item::Rash, "\"present\""), None);
    }

    #[test]
    fn unit_and_limit_stand_beside_it() {
        let answer = Json::read(r#"{"value": "0.7", "unit": "g/L", "low": "0.9"}"#).expect("JSON");
        let stated = Stated::of(Item::C3, &answer.json, "-").expect("a number");
        assert_eq!((stated.unit, stated.limit, stated.drug), ("g/L", "0.9", ""));
    }
}
