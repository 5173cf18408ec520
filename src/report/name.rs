//! What visits and events are called.

use super::one_line;
use crate::session::{Course, Event, EventKind, Occasion, VisitDraft};
use crate::text::Language;

/// What a visit is called: its label, else its number among those of its kind.
#[must_use]
pub fn visit_name(course: &Course, visit: &VisitDraft, language: &dyn Language) -> String {
    let label = one_line(&visit.label);
    if !label.is_empty() {
        return label;
    }
    let number = course.number_of(visit);
    match visit.occasion {
        Occasion::Visit => language.visit_number(number),
        Occasion::SafetyCheck => language.check_number(number),
    }
}

/// What an event is called: an infusion by its label, and what was given or
/// stopped by its kind, which a label may already name; a label says the rest.
#[must_use]
pub fn event_name(event: &Event, language: &dyn Language) -> String {
    let label = one_line(&event.label);
    let kind = language.event(event.kind.code());
    let names_itself = || label.to_lowercase().contains(&kind.to_lowercase());
    match event.kind {
        EventKind::Other => label,
        _ if label.is_empty() => kind.to_owned(),
        EventKind::Infusion => label,
        _ if names_itself() => label,
        _ => format!("{kind}: {label}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Edit;
    use crate::text::ENGLISH;

    #[test]
    fn visits_and_checks_without_a_label_are_numbered_by_themselves() {
        let mut course = Course::default();
        for edit in [Edit::AddCheck, Edit::Add(crate::session::Insert::AtEnd), Edit::AddCheck] {
            course.apply(edit);
        }
        course.apply(Edit::Label("day 4, evening".into()));
        let names: Vec<String> =
            course.visits().map(|visit| visit_name(&course, visit, &ENGLISH)).collect();
        assert_eq!(names, ["Visit 1", "Safety check 1", "Visit 2", "day 4, evening"]);
    }

    #[test]
    fn an_event_is_called_by_its_kind_whatever_its_note_says() {
        let event = |kind, label: &str| {
            event_name(&Event { kind, label: label.to_owned(), ..Event::default() }, &ENGLISH)
        };
        assert_eq!(event(EventKind::Tocilizumab, " "), "Tocilizumab");
        assert_eq!(event(EventKind::Infusion, "CAR-T"), "CAR-T");
        assert_eq!(event(EventKind::Tocilizumab, "8 mg/kg"), "Tocilizumab: 8 mg/kg");
        assert_eq!(event(EventKind::Tocilizumab, "tocilizumab, 2nd dose"), "tocilizumab, 2nd dose");
        assert_eq!(event(EventKind::Other, ""), "");
    }
}
