//! What goes along when the page loads a newer version of itself.
//!
//! It is one text: the place of the open visit, and the course as a file. The
//! page around the program holds it while nothing else does.

use super::files::Files;
use super::keep::Kept;
use crate::report::{FileKind, export, file_name, import};
use crate::session::Course;
use crate::ui::{Entered, language, platform};

/// Gives everything that is entered to the page when it asks.
pub fn carry(entered: Entered) {
    platform::on_carry(move || entered.with_course(written));
}

/// The text of a course.
fn written(course: &Course) -> String {
    let place = course.place(course.open()).unwrap_or(0);
    format!("{place}{}", export(course, &platform::now(), language()))
}

/// Goes on with what has come along. What cannot be opened is given back as it
/// is.
pub fn arrive(files: Files, kept: Kept) {
    let Some(text) = platform::take_carried() else { return };
    let (place, file) = text.split_at(text.find('{').unwrap_or(0));
    // In case that opening it should stop the program.
    platform::keep_export(file, &file_name(FileKind::Course, &platform::today()));
    match import(file.as_bytes(), language()) {
        Ok(mut opened) => {
            let course = &mut opened.course;
            let visit = place.parse().ok().and_then(|place| course.visits().nth(place));
            if let Some(open) = visit.map(|visit| visit.id) {
                course.open_at(open);
            }
            kept.meets(course);
            files.entered.begin(course.clone());
            files.has_arrived(&opened);
        }
        Err(problem) => files.give_back(&problem, file),
    }
}
