//! What a page of others gives: a request of the contract.

use crate::contract::{Json, Problem, read};
use crate::instruments::{Choices, Instrument};
use crate::scoring::Role;
use crate::session::{Course, VisitDraft, VisitId};

/// The visits of a course, in the order of time: each has its place, also where
/// nothing is known of it, so that none is taken for another.
const IN_TIME: [Role; 3] = [Role::Baseline, Role::Previous, Role::Current];

/// A request that can be taken over.
pub(super) struct Given {
    choices: Choices,
    visits: [VisitDraft; 3],
}

impl Given {
    /// Reads a request.
    ///
    /// # Errors
    /// All that the contract finds wrong with it.
    pub(super) fn read(request: &str, instrument: &dyn Instrument) -> Result<Given, Vec<Problem>> {
        let accepted = read(request).map_err(|refusal| refusal.problems)?;
        debug_assert_eq!(accepted.instrument.definition().id, instrument.definition().id);
        // It was read once already, and is JSON.
        let json = Json::read(request).map_or(Json::Null, |document| document.json);
        let visits = IN_TIME.map(|role| {
            VisitDraft::given(VisitId(0), json.member(role.key()).unwrap_or(&Json::Null))
        });
        Ok(Given { choices: accepted.choices, visits })
    }

    /// Puts it into a course of [`blank`].
    pub(super) fn put_into(
        self,
        course: &mut Course,
        instrument: &dyn Instrument,
        current: bool,
        options: bool,
    ) {
        let definition = instrument.definition();
        if options {
            for option in 0..definition.options.len() {
                course.set_option(definition.id, option, self.choices.place(option));
            }
        }
        let mut visits = self.visits;
        if let ([.., now], Some(entered), false) = (&mut visits, course.open_visit(), current) {
            *now = entered.clone();
        }
        put(course, visits);
    }
}

/// A course of three visits in which nothing was entered, and one instrument.
pub(super) fn blank(instrument: &dyn Instrument) -> Course {
    let mut course = Course::default();
    course.choose(instrument.definition().id, true);
    let before: Vec<VisitId> = course.visits().map(|visit| visit.id).collect();
    let [baseline, _, current] = IN_TIME.map(|_| course.push(VisitDraft::new(VisitId(0))));
    for id in before {
        course.remove(id);
    }
    course.set_baseline(baseline);
    course.open_at(current);
    course
}

/// Puts visits in the place of those of a course of [`blank`]. They keep their
/// numbers: a form that is being typed in stays as it is.
fn put(course: &mut Course, visits: [VisitDraft; 3]) {
    let places: Vec<VisitId> = course.visits().map(|visit| visit.id).collect();
    for (place, visit) in places.into_iter().zip(visits) {
        course.replace(place, visit);
    }
}
