//! What an instrument is, as data: a clinician can hold the paper beside it.

use super::fingerprint::FINGERPRINTS;
use super::{Choices, Compared, OptionDefinition, OptionValue, Row};
use crate::items::Item;
use crate::scoring::{Bands, Exact, Fact, Role, Source, Threshold, WarningCode};

/// The disease an instrument is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Disease {
    /// Systemic lupus erythematosus.
    Lupus,
    /// Systemic sclerosis.
    SystemicSclerosis,
    /// Idiopathic inflammatory myopathy.
    Myositis,
    /// What cell therapy itself does, whichever of them it is given for.
    CellTherapy,
}

impl Disease {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Disease; 4] =
        [Disease::Lupus, Disease::SystemicSclerosis, Disease::Myositis, Disease::CellTherapy];

    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Disease::Lupus => "lupus",
            Disease::SystemicSclerosis => "systemic_sclerosis",
            Disease::Myositis => "myositis",
            Disease::CellTherapy => "cell_therapy",
        }
    }
}

/// How the rows of a calculation come to a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Combination {
    /// Their points are added up.
    Sum,
    /// The mean of those that are answered, once so many are.
    Mean {
        /// So many.
        of_at_least: usize,
    },
    /// All criteria have to hold.
    All,
    /// The worst row decides.
    Worst,
    /// Enough of them improved, and not too many worsened; strength never.
    Improved {
        /// How many have to improve.
        enough: usize,
        /// How many may worsen.
        most_worsened: usize,
    },
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
    /// Whether it rests on a single secondary source, and is shown as such.
    pub preview: bool,
    /// The choices it leaves open, in the order in which a rule set names them.
    pub options: &'static [OptionDefinition],
    /// What it reads, visit by visit, in the order of a form.
    pub reads: &'static [Reads],
    /// Measurements that stand for a finding elsewhere, and are not read here.
    pub ignores: &'static [Item],
    /// The rows of the calculation, in the order of the parts of a result.
    pub rows: &'static [Row],
    /// How they come to a result.
    pub combination: Combination,
    /// The lowest and the highest score; `None` where it has no score.
    pub range: Option<(Exact, Exact)>,
    /// The bands of its score, where no option chooses them.
    pub bands: Option<&'static Bands>,
    /// Its categories from the lowest up, where no bands name them.
    pub levels: &'static [&'static str],
    /// The score from which its criterion is met, or `None` where the verdict
    /// is a conjunction of rows or there is none.
    pub cutoff: Option<(Threshold, Fact)>,
    /// What its rule may warn of, in the order of the codes.
    pub warns: &'static [WarningCode],
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

impl Definition {
    /// What an instrument has to say for itself, and nothing yet of what only
    /// some have.
    #[must_use]
    pub const fn new(id: &'static str, disease: Disease, combination: Combination) -> Definition {
        Definition {
            id,
            disease,
            usual: false,
            preview: false,
            options: &[],
            reads: &[],
            ignores: &[],
            rows: &[],
            combination,
            range: None,
            bands: None,
            levels: &[],
            cutoff: None,
            warns: &[],
            sources: &[],
        }
    }

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

    /// The code chosen for the option of this id; `None` where it leaves no such
    /// choice open.
    #[must_use]
    pub fn choice(&self, choices: Choices, option: &str) -> Option<&'static str> {
        self.chosen(choices).find(|(it, _)| it.id == option).map(|(_, value)| value.code)
    }

    /// How many days back findings and values count, where a rule set says so.
    #[must_use]
    pub fn window_days(&self, choices: Choices) -> Option<i32> {
        self.choice(choices, "window_days")?.parse().ok()
    }

    /// The bands or levels of the score under a rule set.
    #[must_use]
    pub fn bands(&self, choices: Choices) -> Option<&'static Bands> {
        self.chosen(choices).find_map(|(_, value)| value.bands).or(self.bands)
    }

    /// The measurements that stand for an item here.
    pub fn measurements(&self, item: Item) -> impl Iterator<Item = Item> {
        item.measured_by().iter().copied().filter(|by| !self.ignores.contains(by))
    }

    /// Whether it reads an item of a visit under a rule set, by itself or for
    /// what that says of another.
    #[must_use]
    pub fn reads(&self, role: Role, choices: Choices, item: Item) -> bool {
        let mut items = self.reads_at(role, choices);
        items.any(|read| read == item || self.measurements(read).any(|by| by == item))
    }

    /// The rows that count under a rule set, in the order of the parts of a
    /// result.
    pub fn rows_under(&self, choices: Choices) -> impl Iterator<Item = &'static Row> {
        self.rows.iter().filter(move |row| row.under.holds(choices))
    }

    /// The lowest and the highest score under a rule set; `None` where it has no
    /// score.
    #[must_use]
    pub fn range_under(&self, choices: Choices) -> Option<(Exact, Exact)> {
        let (lowest, highest) = self.range?;
        let other = self.chosen(choices).find_map(|(_, value)| value.highest);
        Some((lowest, other.unwrap_or(highest)))
    }

    /// All that a result may warn of, in the order of the codes: what the rule
    /// does, and that another rule set gives another verdict.
    pub fn warnings(&self) -> impl Iterator<Item = WarningCode> {
        let compares = self.options.iter().any(|option| option.compared != Compared::Never);
        WarningCode::ALL.into_iter().filter(move |code| {
            self.warns.contains(code) || compares && *code == WarningCode::RuleSetMatters
        })
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
