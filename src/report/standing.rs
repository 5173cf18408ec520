//! How a score stands at a visit, in words, for the page as for paper.

use crate::scoring::Role;
use crate::session::{Assessed, Scored, Standing};
use crate::text::Language;

/// How a score stands, in a few words.
#[must_use]
pub fn headline(scored: &Scored, language: &dyn Language) -> String {
    match &scored.standing {
        Standing::Assessed(assessed) => language.headline(&assessed.assessment, assessed.answered),
        Standing::Refused(_) => language.workspace().refused.to_owned(),
        Standing::IsBaseline => language.workspace().is_baseline.to_owned(),
    }
}

/// What else is to be said of it, line by line. One that leaves an entry unused,
/// because it cannot be read, is not called complete.
#[must_use]
pub fn told(scored: &Scored, leaves_unused: bool, language: &dyn Language) -> Vec<String> {
    match &scored.standing {
        Standing::Assessed(assessed) => {
            language.details(&assessed.assessment, assessed.answered, leaves_unused)
        }
        Standing::Refused(problems) => {
            problems.iter().map(|problem| language.problem(problem)).collect()
        }
        Standing::IsBaseline => vec![language.workspace().is_baseline_help.to_owned()],
    }
}

/// What has changed since another visit; empty where that is not known.
#[must_use]
pub fn change(now: &Assessed, before: &Assessed, role: Role, language: &dyn Language) -> String {
    let (now, before) = (&now.assessment.judgement, &before.assessment.judgement);
    let difference = match (now.score, before.score) {
        (Some(now), Some(before)) => Some(now - before),
        _ => None,
    };
    let verdict = before.verdict.filter(|_| before.verdict != now.verdict);
    language.change(role, difference, verdict)
}
