//! Courses told in a few words, for outcomes over their visits.

use rheumscore::instruments::sledai;
use rheumscore::items::Item;
use rheumscore::outcomes::Outcomes;
use rheumscore::scoring::Finding;
use rheumscore::session::{Course, Edit, Event, EventKind, Field, Insert, Timing};

/// A course that is told visit by visit.
#[derive(Clone)]
pub struct Told {
    pub course: Course,
    is_begun: bool,
}

impl Told {
    /// A course that counts days from the infusion.
    pub fn in_days(instruments: &[&'static str]) -> Told {
        let mut told = Told::in_dates(instruments);
        told.edit(Edit::Timing(Timing::Days));
        told
    }

    /// A course with dates and no event.
    pub fn in_dates(instruments: &[&'static str]) -> Told {
        let mut told = Told { course: Course::default(), is_begun: false };
        for instrument in instruments {
            told.edit(Edit::Choose(instrument, true));
        }
        for item in [Item::Platelets, Item::Wbc] {
            told.edit(Edit::Laboratory(item, Field::Unit, "10*9/L".into()));
        }
        told.edit(Edit::Laboratory(Item::BCells, Field::Limit, "1".into()));
        told
    }

    /// Lupus after cell therapy, in days.
    pub fn lupus() -> Told {
        Told::in_days(&["sledai-2k", "doris-2021", "crs-astct-2019", "icans-astct-2019"])
    }

    pub fn edit(&mut self, edit: Edit) -> &mut Told {
        self.course.apply(edit);
        self
    }

    pub fn pseudonym(&mut self, pseudonym: &str) -> &mut Told {
        self.edit(Edit::Pseudonym(pseudonym.into()))
    }

    pub fn event(&mut self, kind: EventKind, when: &str) -> &mut Told {
        let is_day_zero = kind == EventKind::Infusion;
        let (label, when) = (kind.code().to_owned(), when.to_owned());
        self.edit(Edit::AddEvent(Event { kind, label, when, is_day_zero }))
    }

    /// The next visit.
    pub fn visit(&mut self, when: &str) -> &mut Told {
        if self.is_begun {
            self.edit(Edit::Add(Insert::AtEnd));
        }
        self.is_begun = true;
        self.edit(Edit::When(when.into()))
    }

    /// The next check of safety.
    pub fn check(&mut self, when: &str) -> &mut Told {
        self.is_begun = true;
        self.edit(Edit::AddCheck).edit(Edit::When(when.into()))
    }

    pub fn find(&mut self, finding: Finding, items: &[Item]) -> &mut Told {
        for item in items {
            self.edit(Edit::Find(*item, finding));
        }
        self
    }

    pub fn value(&mut self, item: Item, value: &str) -> &mut Told {
        self.edit(Edit::Type(item, Field::Value, value.into()))
    }

    pub fn pick(&mut self, item: Item, code: &'static str) -> &mut Told {
        self.edit(Edit::Pick(item, Some(code)))
    }

    /// Nothing of lupus, and no treatment: every remission, and low activity.
    pub fn remission(&mut self) -> &mut Told {
        self.find(Finding::Absent, &sledai::CLINICAL)
            .find(Finding::Absent, &[Item::LowComplement, Item::IncreasedDnaBinding])
            .find(
                Finding::Absent,
                &[Item::HemolyticAnemia, Item::GiActivity, Item::Immunosuppressant, Item::Biologic],
            )
            .value(Item::Pga, "0.3")
            .value(Item::Glucocorticoid, "0")
            .edit(Edit::Attest(Item::TherapyStable, Some(true)))
            .edit(Edit::Attest(Item::NoNewActivity, Some(true)))
            .edit(Edit::Attest(Item::TherapyStandardTolerated, Some(true)))
    }

    /// The same, but for arthritis: four points.
    pub fn arthritis(&mut self) -> &mut Told {
        self.remission().find(Finding::Present, &[Item::Arthritis])
    }

    /// The same as in remission, without the physician's assessment.
    pub fn unassessed(&mut self) -> &mut Told {
        self.remission().value(Item::Pga, "")
    }

    /// A check of cytokine release of this grade.
    pub fn crs(&mut self, when: &str, grade: usize) -> &mut Told {
        let fever = if grade == 0 { Finding::Absent } else { Finding::Present };
        let hypotension =
            ["none", "none", "no_vasopressor", "one_vasopressor", "multiple_vasopressors"];
        self.check(when)
            .find(fever, &[Item::FeverNow, Item::FeverEarlierThisEpisode])
            .pick(Item::Hypotension, hypotension[grade])
            .pick(Item::Hypoxia, "none")
    }

    pub fn outcomes(&self) -> Outcomes {
        Outcomes::of(&self.course)
    }
}
