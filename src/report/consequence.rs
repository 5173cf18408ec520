//! What an answer that is still open would lead to.

use crate::instruments::{Assessment, Instrument, assess};
use crate::items::{Answer, Item, Kind, Visits};
use crate::scoring::{Finding, Mention};

/// Assesses the visits with a missing finding answered either way. Empty for
/// what is no finding: a value has too many answers to try.
#[must_use]
pub fn consequences(
    instrument: &dyn Instrument,
    assessment: &Assessment,
    visits: &Visits,
    missing: Mention,
) -> Vec<(Finding, Assessment)> {
    let Some(item) = Item::from_id(missing.id) else { return Vec::new() };
    let Kind::Finding = item.kind() else { return Vec::new() };
    [Finding::Present, Finding::Absent]
        .into_iter()
        .map(|finding| {
            let mut visits = visits.clone();
            visits.of_mut(missing.role).set(item, Answer::Finding(finding));
            (finding, assess(instrument, assessment.choices, &visits))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::find;
    use crate::scoring::{Exact, Role, Verdict};

    #[test]
    fn an_open_finding_is_tried_both_ways() {
        let instrument = find("eustar-2017").expect("known");
        let assessment = assess(instrument, Default::default(), &Visits::BLANK);
        let rubs = Mention::of(Role::Current, "tendon_friction_rubs");
        let tried = consequences(instrument, &assessment, &Visits::BLANK, rubs);
        let lowest: Vec<_> = tried
            .iter()
            .filter_map(|(_, assessment)| Some(assessment.judgement.score?.lowest()))
            .collect();
        assert_eq!(lowest, [Exact::ratio(9, 4), Exact::ZERO]);
    }

    #[test]
    fn a_finding_that_would_end_a_remission_says_so() {
        let instrument = find("doris-2021").expect("known");
        let assessment = assess(instrument, Default::default(), &Visits::BLANK);
        let seizure = Mention::of(Role::Current, "seizure");
        let tried = consequences(instrument, &assessment, &Visits::BLANK, seizure);
        let verdicts: Vec<_> =
            tried.iter().map(|(_, assessment)| assessment.judgement.verdict).collect();
        assert_eq!(verdicts, [Some(Verdict::NotMet), Some(Verdict::Undetermined)]);
    }

    #[test]
    fn a_value_is_not_tried() {
        let instrument = find("eustar-2017").expect("known");
        let assessment = assess(instrument, Default::default(), &Visits::BLANK);
        let crp = Mention::of(Role::Current, "crp");
        assert!(consequences(instrument, &assessment, &Visits::BLANK, crp).is_empty());
    }
}
