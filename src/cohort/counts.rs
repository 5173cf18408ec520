//! How many patients of a cohort came to what.

use super::{Moments, Sample};
use crate::instruments::{Choices, Definition, REGISTRY};
use crate::outcomes::{AdjustedMean, AplasiaDays, Attained, Change, Outcomes, Response};
use crate::scoring::{Category, Exact, Verdict};

/// How many patients have which verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerdictCounts {
    /// It is met.
    pub met: usize,
    /// It is not.
    pub not_met: usize,
    /// What is not known decides.
    pub undetermined: usize,
    /// There was no visit since day zero.
    pub no_visit: usize,
}

/// A definition of remission or low activity in a cohort.
#[derive(Clone, Debug)]
pub struct AttainedOfCohort {
    /// The instrument.
    pub definition: &'static Definition,
    /// The rule set.
    pub choices: Choices,
    /// Of how many patients it is.
    pub of: usize,
    /// At the last visit.
    pub at_last: VerdictCounts,
    /// At any visit since day zero.
    pub ever: VerdictCounts,
}

/// The adjusted mean of a sheet in a cohort.
#[derive(Clone, Debug)]
pub struct MeanOfCohort {
    /// The sheet.
    pub sheet: &'static Definition,
    /// How many days back its scores look: scores of different windows are not
    /// put together.
    pub window_days: Option<i32>,
    /// Of how many patients it is.
    pub of: usize,
    /// The means that are known.
    pub known: Sample,
    /// Those that lie between two numbers.
    pub open: usize,
    /// Those without two days.
    pub unknown: usize,
}

/// An index at the baseline and at the last visit in a cohort.
#[derive(Clone, Debug)]
pub struct ChangeOfCohort {
    /// The instrument.
    pub definition: &'static Definition,
    /// The rule set.
    pub choices: Choices,
    /// Of how many patients it is.
    pub of: usize,
    /// At the baseline, where both are known.
    pub baseline: Sample,
    /// At the last visit, in the same patients.
    pub last: Sample,
    /// By how much it rose, in the same patients.
    pub rise: Sample,
    /// Those for whom it is open at either visit.
    pub open: usize,
    /// Those without a visit after the baseline.
    pub no_later: usize,
}

/// The levels of response at the last visit in a cohort.
#[derive(Clone, Debug)]
pub struct ResponseOfCohort {
    /// The instrument.
    pub definition: &'static Definition,
    /// The rule sets, each once.
    pub rule_sets: Vec<Choices>,
    /// Of how many patients it is.
    pub of: usize,
    /// The levels from the highest down, and how many have each.
    pub levels: Vec<(&'static str, usize)>,
    /// Those whose level is open.
    pub open: usize,
    /// Those without a visit after the baseline, and those whose rule set
    /// excludes itself.
    pub not_scored: usize,
}

/// The worst grades of a cohort.
#[derive(Clone, Debug)]
pub struct GradesOfCohort {
    /// The instrument.
    pub definition: &'static Definition,
    /// Of how many patients it is: all.
    pub of: usize,
    /// The grades from the lowest up, and how many have each for their worst.
    pub grades: Vec<(&'static str, usize)>,
    /// Those whose worst grade is open.
    pub open: usize,
    /// Those who were never graded.
    pub not_graded: usize,
}

/// The days without B cells in a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AplasiaOfCohort {
    /// Of how many patients it is: all.
    pub of: usize,
    /// The days that are known, and so enter the mean.
    pub days: Vec<i32>,
    /// Their mean and variance.
    pub moments: Option<Moments>,
    /// Those whose days lie between two numbers.
    pub between: usize,
    /// Those whose B cells are not back.
    pub lasting: usize,
    /// Those whose B cells were counted and never missing.
    pub never_seen: usize,
    /// Those whose events and counts contradict each other.
    pub contradictory: usize,
    /// Those of whom nothing is known.
    pub unknown: usize,
}

impl VerdictCounts {
    fn add(&mut self, verdict: Option<Verdict>) {
        match verdict {
            Some(Verdict::Met) => self.met += 1,
            Some(Verdict::NotMet) => self.not_met += 1,
            Some(Verdict::Undetermined) => self.undetermined += 1,
            None => self.no_visit += 1,
        }
    }
}

impl AttainedOfCohort {
    fn is_of(&self, definition: &Definition, choices: Choices) -> bool {
        self.definition.id == definition.id && self.choices == choices
    }
}

/// Remission and low activity of the patients with lupus, by rule set.
pub(super) fn attained(outcomes: &[&Outcomes]) -> Vec<AttainedOfCohort> {
    let mut rows: Vec<AttainedOfCohort> = Vec::new();
    for lupus in outcomes.iter().filter_map(|it| it.lupus.as_ref()) {
        // A variant off therapy that was chosen is told among both.
        let drug_free = lupus.drug_free.iter().filter(|it| {
            let same = |other: &&Attained| {
                other.definition.id == it.definition.id && other.choices == it.choices
            };
            lupus.attained.iter().find(same).is_none()
        });
        for Attained { definition, choices, at_last, ever, .. } in
            lupus.attained.iter().chain(drug_free)
        {
            let place = rows.iter().position(|row| row.is_of(definition, *choices));
            let place = place.unwrap_or_else(|| {
                let (at_last, ever) = (VerdictCounts::default(), VerdictCounts::default());
                rows.push(AttainedOfCohort { definition, choices: *choices, of: 0, at_last, ever });
                rows.len() - 1
            });
            if let Some(row) = rows.get_mut(place) {
                row.of += 1;
                row.at_last.add(*at_last);
                row.ever.add(*ever);
            }
        }
    }
    rows.sort_by_key(|row| (place_of(row.definition), places_of(row.definition, row.choices)));
    rows
}

/// The place of an instrument in the registry.
fn place_of(definition: &Definition) -> usize {
    let registry = REGISTRY.iter();
    registry.take_while(|it| it.definition().id != definition.id).count()
}

/// The places of the values of a rule set.
fn places_of(definition: &Definition, choices: Choices) -> Vec<usize> {
    (0..definition.options.len()).map(|option| choices.place(option)).collect()
}

/// The adjusted means of the patients with lupus, by sheet and window.
pub(super) fn adjusted_means(outcomes: &[&Outcomes]) -> Vec<MeanOfCohort> {
    let means = outcomes.iter().filter_map(|it| it.lupus.as_ref());
    let means: Vec<_> = means.flat_map(|lupus| &lupus.adjusted_means).collect();
    let mut kinds: Vec<(&'static Definition, Option<i32>)> = Vec::new();
    for mean in &means {
        if !kinds.iter().any(|kind| kind.0.id == mean.sheet.id && kind.1 == mean.window_days()) {
            kinds.push((mean.sheet, mean.window_days()));
        }
    }
    kinds.sort_by_key(|(sheet, window)| (place_of(sheet), *window));
    let rows = kinds.into_iter().map(|(sheet, window_days)| {
        let is_such =
            |it: &&&AdjustedMean| it.sheet.id == sheet.id && it.window_days() == window_days;
        let of = means.iter().filter(is_such);
        let values = of.clone().filter_map(|it| it.mean.as_ref()).map(|mean| mean.value);
        MeanOfCohort {
            sheet,
            window_days,
            of: of.clone().count(),
            known: values.clone().filter_map(|value| value.known()).collect(),
            open: values.filter(|value| value.is_open()).count(),
            unknown: of.filter(|it| it.mean.is_none()).count(),
        }
    });
    rows.collect()
}

/// The index of the patients with systemic sclerosis, by rule set.
pub(super) fn changes(outcomes: &[&Outcomes]) -> Vec<ChangeOfCohort> {
    let changes: Vec<&Change> = outcomes.iter().filter_map(|it| it.sclerosis.as_ref()).collect();
    let mut rule_sets: Vec<(&'static Definition, Choices)> = Vec::new();
    for change in &changes {
        if !rule_sets.iter().any(|(_, choices)| *choices == change.choices) {
            rule_sets.push((change.definition, change.choices));
        }
    }
    rule_sets.sort_by_key(|(definition, choices)| places_of(definition, *choices));
    let rows = rule_sets.into_iter().map(|(definition, choices)| {
        let of: Vec<&&Change> = changes.iter().filter(|it| it.choices == choices).collect();
        let known =
            of.iter().filter_map(|change| Some((change.baseline?.known()?, change.last?.known()?)));
        let no_later = of.iter().filter(|it| it.last.is_none()).count();
        let baseline: Sample = known.clone().map(|(baseline, _)| baseline).collect();
        ChangeOfCohort {
            definition,
            choices,
            of: of.len(),
            last: known.clone().map(|(_, last)| last).collect(),
            rise: known.map(|(baseline, last)| last - baseline).collect(),
            open: of.len() - no_later - baseline.len(),
            no_later,
            baseline,
        }
    });
    rows.collect()
}

impl ResponseOfCohort {
    pub(super) fn of(outcomes: &[&Outcomes]) -> Option<ResponseOfCohort> {
        let of: Vec<&Response> = outcomes.iter().filter_map(|it| it.myositis.as_ref()).collect();
        let first = of.first()?;
        let definition = first.definition;
        let mut rule_sets: Vec<Choices> = Vec::new();
        for response in &of {
            if !rule_sets.contains(&response.choices) {
                rule_sets.push(response.choices);
            }
        }
        rule_sets.sort_by_key(|choices| places_of(definition, *choices));
        let bands = definition.bands(first.choices).map_or(&[][..], |bands| bands.bands);
        let with = |level: Option<Category>| of.iter().filter(|it| it.level == level).count();
        let levels = bands.iter().rev().map(|band| band.name);
        Some(ResponseOfCohort {
            definition,
            rule_sets,
            of: of.len(),
            levels: levels.map(|name| (name, with(Some(Category::Known(name))))).collect(),
            open: with(Some(Category::Open)),
            not_scored: with(None),
        })
    }
}

impl GradesOfCohort {
    pub(super) fn of(outcomes: &[&Outcomes], instrument: &str) -> Option<GradesOfCohort> {
        let definition = outcomes.iter().find_map(|it| it.grading(instrument))?.definition;
        let worst = outcomes.iter().map(|it| it.grading(instrument).and_then(|it| it.worst));
        let with = |grade: u32| {
            let known = worst.clone().flatten().filter_map(|worst| worst.known());
            known.filter(|known| *known == grade).count()
        };
        Some(GradesOfCohort {
            definition,
            of: outcomes.len(),
            grades: (0_u32..)
                .zip(definition.levels)
                .map(|(grade, name)| (*name, with(grade)))
                .collect(),
            open: worst.clone().flatten().filter(|worst| worst.known().is_none()).count(),
            not_graded: worst.filter(Option::is_none).count(),
        })
    }
}

impl AplasiaOfCohort {
    pub(super) fn of(outcomes: &[&Outcomes]) -> AplasiaOfCohort {
        let all: Vec<AplasiaDays> = outcomes.iter().map(|it| it.aplasia.days()).collect();
        let count = |test: fn(&AplasiaDays) -> bool| all.iter().filter(|days| test(days)).count();
        let over = all.iter().filter_map(|days| match days {
            AplasiaDays::Over(days) => Some(days.known()),
            AplasiaDays::Lasting(_)
            | AplasiaDays::NeverSeen
            | AplasiaDays::Contradictory
            | AplasiaDays::Unknown => None,
        });
        let mut days: Vec<i32> = over.clone().flatten().collect();
        days.sort_unstable();
        AplasiaOfCohort {
            of: all.len(),
            moments: Moments::of_days(&days),
            days,
            between: over.filter(Option::is_none).count(),
            lasting: count(|days| matches!(days, AplasiaDays::Lasting(_))),
            never_seen: count(|days| *days == AplasiaDays::NeverSeen),
            contradictory: count(|days| *days == AplasiaDays::Contradictory),
            unknown: count(|days| *days == AplasiaDays::Unknown),
        }
    }

    /// The median and range of the days that are known.
    #[must_use]
    pub fn sample(&self) -> Sample {
        self.days.iter().map(|days| Exact::integer(i64::from(*days))).collect()
    }
}
