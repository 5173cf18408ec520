//! The marks on lines that are judged by eye.

use super::{ENGLISH, Language};
use crate::items::Item;
use crate::scoring::Exact;

#[test]
fn the_marks_of_the_global_assessment_span_its_scale() {
    let scale = Item::Pga.kind().scale().expect("a scale");
    let marks: Vec<Exact> =
        ENGLISH.anchors(Item::Pga).iter().map(|mark| Exact::whole(mark.at)).collect();
    assert_eq!(marks.first(), Some(&scale.lowest));
    assert_eq!(marks.last(), Some(&scale.highest));
    assert!(marks.is_sorted_by(|one, next| one < next));
}

#[test]
fn every_mark_has_its_words() {
    for item in Item::all() {
        for mark in ENGLISH.anchors(item) {
            assert!(!mark.label.is_empty() && mark.explains.ends_with('.'), "{}", mark.label);
            assert!(item.kind().scale().is_some(), "{item:?} is measured");
        }
    }
    assert_eq!(ENGLISH.anchors(Item::Haq), []);
}
