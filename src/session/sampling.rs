//! When samples were taken, beside the visit and its window.

use super::{Aside, Course, Moment, VisitDraft};
use crate::items::Item;

impl Course {
    /// When the sample of a value was taken: what was written beside it, else
    /// what was said for the whole visit.
    fn sampled(&self, visit: &VisitDraft, item: Item) -> Option<i32> {
        let own = visit.record(item).map_or("", |record| record.aside(Aside::Sampled));
        let typed = if own.is_empty() { &visit.sampled } else { own };
        Moment::read(self.timing, typed).day()
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
        let windows = self.scored().flat_map(|(instrument, choices)| {
            let chosen = instrument.definition().chosen(choices);
            chosen
                .filter(|(option, _)| option.id == "window_days")
                .filter_map(|(_, value)| value.code.parse().ok())
                .collect::<Vec<i32>>()
        });
        windows.min()
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
    fn a_sample_outside_of_the_window_is_pointed_out() {
        assert_eq!(outside("", ""), None);
        assert_eq!(outside("2026-03-05", ""), None);
        assert_eq!(outside("2026-03-04", ""), Some(11));
        assert_eq!(outside("2026-03-04", "2026-03-14"), None);
        assert_eq!(outside("2026-03-16", ""), Some(-1));
    }
}
