//! What instruments give, in words.

use super::super::sentences::{capitalised, listed};
use super::super::{English, instruments};
use super::rows::exact;
use crate::instruments::{Combination, Definition};
use crate::scoring::{Bands, Edge, Exact};
use crate::text::{Changes, Language};

/// What an instrument gives, in a few words.
pub(super) fn gives(definition: &Definition) -> String {
    let score = definition
        .range
        .map(|(lowest, highest)| format!("a score from {} to {}", exact(lowest), exact(highest)));
    let bands = definition.options.iter().flat_map(|option| option.values);
    let has_bands = bands.filter_map(|value| value.bands).chain(definition.bands).next().is_some();
    let band = has_bands.then(|| "its band".to_owned());
    let has_verdict = !instruments::text(definition.id).met.is_empty();
    let verdict = has_verdict.then(|| "met, not met or open".to_owned());
    let levels = (!definition.levels.is_empty()).then(|| {
        let names: Vec<String> = definition
            .levels
            .iter()
            .map(|level| English.category(definition.id, level).to_owned())
            .collect();
        listed(&names, "or")
    });
    let all: Vec<String> = [score, band, levels, verdict].into_iter().flatten().collect();
    capitalised(&all.join("; "))
}

/// The lowest and the highest score.
pub(super) fn range(lowest: Exact, highest: Exact) -> String {
    format!("A score from {} to {}.", exact(lowest), exact(highest))
}

/// The words of its verdicts; empty where it has none.
pub(super) fn verdicts(instrument: &str) -> String {
    let text = instruments::text(instrument);
    if text.met.is_empty() {
        return String::new();
    }
    format!(
        "A verdict: “{}”, “{}”, or, while it is open, “{}”.",
        text.met, text.not_met, text.undetermined
    )
}

/// The bands of a score: the name of each, and from where to where it goes.
pub(super) fn bands_apart(instrument: &str, bands: &Bands) -> Vec<[String; 2]> {
    let (from, to) = match bands.edge {
        Edge::Closed => (">", "≤"),
        Edge::Open => ("≥", "<"),
    };
    let mut lower: Option<Exact> = None;
    let each = bands.bands.iter().map(|band| {
        let ends = [(from, lower), (to, band.upper)];
        lower = band.upper;
        let ends = ends.into_iter().filter_map(|(sign, end)| Some((sign, end?)));
        let ends: Vec<String> =
            ends.map(|(sign, end)| format!("{sign}\u{a0}{}", exact(end))).collect();
        [English.category(instrument, band.name).to_owned(), listed(&ends, "and")]
    });
    each.collect()
}

/// How the rows come to a result.
pub(super) fn combination(combination: Combination) -> String {
    match combination {
        Combination::Sum => "The points of the rows are added up.".to_owned(),
        Combination::Mean { of_at_least } => format!(
            "The score is the mean of the rows that are answered, once at least {of_at_least} are."
        ),
        Combination::All => "All criteria have to hold.".to_owned(),
        Combination::Worst => "The worst row decides.".to_owned(),
        Combination::Improved { enough, most_worsened } => format!(
            "At least {enough} measures have to improve, at most {most_worsened} may worsen, and \
             strength may not."
        ),
    }
}

/// What an option changes, and whether a result tells where it matters.
pub(super) fn changes(changes: &[Changes], compared: bool) -> String {
    let what = |change: &Changes| match change {
        Changes::Bands => "the bands of the score",
        Changes::Range => "the highest score",
        Changes::Rows => "which rows count",
        Changes::Reads => "what is read",
        Changes::Meaning => "what an item means or when its value counts",
    };
    let changed = match changes {
        [] => "It changes how an answer is counted, as its values say.".to_owned(),
        changes => {
            let what: Vec<String> = changes.iter().map(|it| what(it).to_owned()).collect();
            format!("It changes {}.", listed(&what, "and"))
        }
    };
    if compared {
        format!("{changed} A result says where another choice gives this patient another verdict.")
    } else {
        changed
    }
}
