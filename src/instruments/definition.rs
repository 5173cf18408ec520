//! What an instrument is, as data: a clinician can hold the paper beside it.

use super::fingerprint::FINGERPRINTS;
use crate::items::Item;
use crate::scoring::{Bands, Bounds, Exact, Fact, Role, Source, Span, Threshold};

/// The disease an instrument is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Disease {
    /// Systemic lupus erythematosus.
    Lupus,
    /// Systemic sclerosis.
    SystemicSclerosis,
    /// Idiopathic inflammatory myopathy.
    Myositis,
}

/// Everything about an instrument that is not its rule.
#[derive(Debug)]
pub struct Definition {
    /// The id on the wire.
    pub id: &'static str,
    /// What it is for.
    pub disease: Disease,
    /// Whether it is among those that are scored where nobody chose.
    pub usual: bool,
    /// The choices it leaves open, in the order in which a rule set names them.
    pub options: &'static [OptionDefinition],
    /// What it reads, visit by visit, in the order of a form.
    pub reads: &'static [Reads],
    /// The rows of the calculation, in the order of the parts of a result.
    pub rows: &'static [Row],
    /// The lowest and the highest score; `None` where it has no score.
    pub range: Option<(Exact, Exact)>,
    /// The score from which its criterion is met, or `None` where the verdict
    /// is a conjunction of rows or there is none.
    pub cutoff: Option<(Threshold, Fact)>,
    /// What it cites.
    pub sources: &'static [Source],
}

/// The items read from one visit.
#[derive(Clone, Copy, Debug)]
pub struct Reads {
    /// The visit.
    pub role: Role,
    /// The items. The measurements behind a finding come with it.
    pub items: &'static [Item],
    /// Under which rule sets.
    pub under: Under,
}

/// Under which rule sets something holds.
#[derive(Clone, Copy, Debug)]
pub enum Under {
    /// All of them.
    Always,
    /// Those that choose one of these values.
    Choice {
        /// The place of the option.
        option: usize,
        /// The places of its values.
        places: &'static [usize],
    },
}

impl Under {
    /// Whether it holds under these choices.
    #[must_use]
    pub fn holds(self, choices: Choices) -> bool {
        match self {
            Under::Always => true,
            Under::Choice { option, places } => places.contains(&choices.place(option)),
        }
    }
}

/// One row of a calculation.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The id of the part it gives.
    pub id: &'static str,
    /// What it takes.
    pub rule: RowRule,
    /// Where it stands and how well it is confirmed.
    pub fact: Fact,
}

/// What a row takes to count.
#[derive(Clone, Copy, Debug)]
pub enum RowRule {
    /// Points for a finding that is present.
    Finding {
        /// The finding.
        item: Item,
        /// Its points.
        points: Exact,
    },
    /// Points for a value beyond a cut-off.
    Beyond {
        /// The value.
        item: Item,
        /// Its points.
        points: Exact,
        /// The cut-off.
        threshold: Threshold,
    },
    /// Points by level, for a change between two visits.
    Change(&'static Levels),
    /// A criterion on a value.
    Criterion(Threshold),
    /// A statement that has to be true.
    Statement,
}

impl RowRule {
    /// The highest points of a row that has points.
    #[must_use]
    pub const fn points(&self) -> Option<Exact> {
        match self {
            RowRule::Finding { points, .. } | RowRule::Beyond { points, .. } => Some(*points),
            RowRule::Change(levels) => Some(levels.highest()),
            RowRule::Criterion(_) | RowRule::Statement => None,
        }
    }
}

/// The levels of a change in percent of a range: open below, closed above.
#[derive(Debug)]
pub struct Levels {
    /// Between which percentages the levels lie.
    pub cuts: [Exact; 4],
    /// The points of each level.
    pub points: [Exact; 5],
}

impl Levels {
    /// The points of a change.
    #[must_use]
    pub fn points(&self, percent: Exact) -> Exact {
        self.reached(|cut| percent > cut)
    }

    /// The points of a change of which only a span is known.
    #[must_use]
    pub fn bounds(&self, percent: &Span) -> Bounds {
        match percent.known() {
            Some(percent) => Bounds::exactly(self.points(percent)),
            None => Bounds::between(
                self.reached(|cut| Threshold::above(cut).decides(percent) == Some(true)),
                self.reached(|cut| Threshold::above(cut).decides(percent) != Some(false)),
            ),
        }
    }

    /// The points of the highest level whose cut is exceeded.
    fn reached(&self, exceeds: impl Fn(Exact) -> bool) -> Exact {
        let [lowest, levels @ ..] = self.points;
        let level = self.cuts.iter().zip(levels).rev().find(|(cut, _)| exceeds(**cut));
        level.map_or(lowest, |(_, points)| points)
    }

    /// The points of the highest level.
    #[must_use]
    pub const fn highest(&self) -> Exact {
        let [.., highest] = self.points;
        highest
    }
}

/// How measured values say whether a finding is there.
#[derive(Clone, Copy, Debug)]
pub enum Derivation {
    /// One number beyond a cut-off.
    Beyond {
        /// What is measured.
        by: Item,
        /// The cut-off.
        threshold: Threshold,
    },
    /// One number above the limit of its laboratory.
    AboveLimit {
        /// What is measured.
        by: Item,
    },
    /// Any of C3, C4 and CH50 below the limit of its laboratory; normal only
    /// when C3 and C4 both were measured.
    LowComplement,
    /// Protein in the urine, by day or by creatinine.
    Protein {
        /// The level.
        above: Threshold,
        /// Where only a new or rising one counts: the rise over the earlier
        /// value.
        rise: Option<Threshold>,
    },
}

/// A choice that an instrument leaves open.
#[derive(Debug)]
pub struct OptionDefinition {
    /// The key on the wire.
    pub id: &'static str,
    /// The values, the default first.
    pub values: &'static [OptionValue],
    /// Whether its values are numbers on the wire.
    pub integer: bool,
    /// Against what a verdict is compared to tell whether the choice matters.
    pub compared: Compared,
}

/// One value of an option.
#[derive(Clone, Copy, Debug)]
pub struct OptionValue {
    /// The code on the wire.
    pub code: &'static str,
    /// Where it stands and how well it is confirmed.
    pub fact: Fact,
    /// The bands or levels that it gives the score.
    pub bands: Option<&'static Bands>,
}

impl OptionValue {
    /// A value that gives the score no bands.
    #[must_use]
    pub const fn new(code: &'static str, fact: Fact) -> OptionValue {
        OptionValue { code, fact, bands: None }
    }

    /// A value that gives the score these bands.
    #[must_use]
    pub const fn with_bands(code: &'static str, bands: &'static Bands, fact: Fact) -> OptionValue {
        OptionValue { code, fact, bands: Some(bands) }
    }
}

/// With which other values of an option a verdict is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// With none: the choice is no dispute about the same patient.
    Never,
    /// With every other value.
    WithEvery,
    /// With the default, where another one was chosen.
    WithDefault,
}

/// The value chosen for each option, by its place; the default unless said
/// otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Choices([u8; Choices::MOST]);

impl Choices {
    /// The most options an instrument has.
    pub const MOST: usize = 4;

    /// The place of the value chosen for an option.
    #[must_use]
    pub fn place(&self, option: usize) -> usize {
        self.0.get(option).copied().map_or(0, usize::from)
    }

    /// Chooses a value by its place.
    pub fn choose(&mut self, option: usize, place: usize) {
        if let (Some(choice), Ok(place)) = (self.0.get_mut(option), u8::try_from(place)) {
            *choice = place;
        }
    }

    /// These choices with one of them changed.
    #[must_use]
    pub fn with(mut self, option: usize, place: usize) -> Choices {
        self.choose(option, place);
        self
    }

    /// What the place of an option's choice stands for: the default or one of
    /// the others.
    #[must_use]
    pub fn meaning<T: Copy>(&self, option: usize, default: T, others: &[T]) -> T {
        self.place(option)
            .checked_sub(1)
            .and_then(|other| others.get(other))
            .copied()
            .unwrap_or(default)
    }
}

impl Definition {
    /// The code chosen for each option, in their order.
    pub fn chosen(
        &self,
        choices: Choices,
    ) -> impl Iterator<Item = (&OptionDefinition, &OptionValue)> {
        self.options
            .iter()
            .enumerate()
            .filter_map(move |(at, option)| Some((option, option.values.get(choices.place(at))?)))
    }

    /// The bands or levels of the score under a rule set.
    #[must_use]
    pub fn bands(&self, choices: Choices) -> Option<&'static Bands> {
        self.chosen(choices).find_map(|(_, value)| value.bands)
    }

    /// The hash of all that decides its results besides the rule.
    #[must_use]
    pub fn fingerprint(&self) -> &'static str {
        FINGERPRINTS.iter().find(|(id, _)| *id == self.id).map_or("", |(_, hash)| hash)
    }

    /// The items read from a visit under a rule set, in the order of a form.
    pub fn reads_at(&self, role: Role, choices: Choices) -> impl Iterator<Item = Item> {
        self.reads
            .iter()
            .filter(move |reads| reads.role == role && reads.under.holds(choices))
            .flat_map(|reads| reads.items)
            .copied()
    }
}
