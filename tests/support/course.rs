//! A course as long as they get.

use rheumscore::instruments::REGISTRY;
use rheumscore::items::{Item, Kind};
use rheumscore::scoring::{Finding, Role};
use rheumscore::session::{Course, Edit, Field, Insert, Timing};

/// A course of so many visits, four weeks apart, that answers everything the
/// first seven instruments read, and is scored by them.
pub fn long_course(visits: i32) -> Course {
    let mut course = Course::default();
    let instruments = REGISTRY.iter().take(7).map(|instrument| instrument.definition());
    let mut items: Vec<Item> = Vec::new();
    for definition in instruments {
        course.apply(Edit::Choose(definition.id, true));
        let choices = course.score(definition.id).choices;
        for role in Role::ALL {
            items.extend(definition.reads_at(role, choices));
        }
    }
    items.sort();
    items.dedup();
    course.apply(Edit::Timing(Timing::Days));
    for visit in 0..visits {
        if visit > 0 {
            course.apply(Edit::Add(Insert::AtEnd));
        }
        course.apply(Edit::Label(format!("visit {visit}")));
        course.apply(Edit::When((visit * 28).to_string()));
        for item in &items {
            answer(&mut course, *item, visit);
            for by in item.measured_by() {
                answer(&mut course, *by, visit);
            }
        }
    }
    course
}

/// Answers an item one way or another.
fn answer(course: &mut Course, item: Item, visit: i32) {
    let turn = visit + i32::try_from(item.position()).expect("few items");
    match item.kind() {
        Kind::Finding => {
            let finding = if turn % 5 == 0 { Finding::Present } else { Finding::Absent };
            course.apply(Edit::Find(item, finding));
        }
        Kind::Attestation => course.apply(Edit::Attest(item, Some(turn % 2 == 0))),
        Kind::Choice(codes) => course.apply(Edit::Pick(item, codes.first().copied())),
        Kind::Count { .. } => {
            course.apply(Edit::Type(item, Field::Value, (turn % 3).to_string()));
        }
        Kind::Measurement(scale) => {
            for field in Field::of(item) {
                let text = match field {
                    Field::Value if scale.lowest.is_zero() => format!("{}.5", turn % 3),
                    Field::Value => "37.5".to_owned(),
                    Field::Unit => scale.canonical_code().to_owned(),
                    Field::Limit => "1.2".to_owned(),
                    Field::Drug => "prednisone".to_owned(),
                };
                course.apply(Edit::Type(item, field, text));
            }
        }
    }
}
