//! When samples were taken, beside the visit and its window.

use super::{Aside, Course, Moment, VisitDraft};
use crate::items::{Item, Kind};

impl Course {
    /// When the sample of a value was taken: what was written beside it, else
    /// what was said for the whole visit.
    fn sampled(&self, visit: &VisitDraft, item: Item) -> Option<i32> {
        let own = visit.record(item).map_or("", |record| record.aside(Aside::Sampled));
        let typed = if own.is_empty() { &visit.sampled } else { own };
        Moment::read(self.timing, typed).day()
    }

    /// The moment that an answer of a visit is about: when the sample of a value
    /// was taken, where that was written down, else when the visit was.
    #[must_use]
    pub fn moment_of(&self, visit: &VisitDraft, item: Item) -> Moment {
        let own = visit.record(item).map_or("", |record| record.aside(Aside::Sampled));
        let of_visit = match item.kind() {
            Kind::Measurement(_) | Kind::Count { .. } => visit.sampled.as_str(),
            Kind::Finding | Kind::Attestation | Kind::Choice(_) => "",
        };
        let written = [own, of_visit, &visit.when];
        let written = written.into_iter().find(|text| !text.trim().is_empty());
        Moment::read(self.timing, written.unwrap_or_default())
    }

    /// How many days before the open visit the sample of a value was taken,
    /// where that lies outside of the window that is scored; below zero after
    /// the visit. `None` where nothing is to be said: within the window, without
    /// a day, without a value, or where no score has a window.
    #[must_use]
    pub fn sampled_outside(&self, item: Item) -> Option<i32> {
        let visit = self.open_visit()?;
        visit.typed(item)?;
        let days = self.moment(visit).day()? - self.sampled(visit, item)?;
        let window = self.window()?;
        (days < 0 || days > window).then_some(days)
    }

    /// The days before the visit that the chosen scores look back over; the
    /// shortest, where they differ.
    #[must_use]
    pub fn window(&self) -> Option<i32> {
        let scored = self.scored();
        scored.filter_map(|(it, choices)| it.definition().window_days(choices)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Edit, Field};

    fn outside(sampled: &str, own: &str) -> Option<i32> {
        let mut course = Course::default();
        for edit in [
            Edit::Choose("sledai-2k", true),
            Edit::When("2026-03-15".into()),
            Edit::Sampled(sampled.into()),
            Edit::Type(Item::C3, Field::Value, "0.7".into()),
            Edit::Write(Item::C3, Aside::Sampled, own.into()),
        ] {
            course.apply(edit);
        }
        course.sampled_outside(Item::C3)
    }

    #[test]
    fn a_value_is_of_the_day_of_its_sample_and_a_finding_of_that_of_the_visit() {
        let mut course = Course::default();
        let moments = |course: &Course| {
            let visit = course.open_visit().expect("one is open");
            [Item::C3, Item::Rash].map(|item| course.moment_of(visit, item))
        };
        course.apply(Edit::When("2026-03-15".into()));
        let [visit, _] = moments(&course);
        assert_eq!(moments(&course), [visit, visit]);
        course.apply(Edit::Sampled("2026-03-14".into()));
        let sample = Moment::read(course.timing, "2026-03-14");
        assert_eq!(moments(&course), [sample, visit]);
        course.apply(Edit::Write(Item::C3, Aside::Sampled, "soon".into()));
        assert_eq!(moments(&course), [Moment::Unreadable, visit]);
    }

    #[test]
    fn a_sample_outside_of_the_window_is_pointed_out() {
        assert_eq!(outside("", ""), None);
        assert_eq!(outside("2026-03-05", ""), None);
        assert_eq!(outside("2026-03-04", ""), Some(11));
        assert_eq!(outside("2026-03-04", "2026-03-14"), None);
        assert_eq!(outside("2026-03-16", ""), Some(-1));
    }
}
