//! The example courses: invented patients, whose files and notes are committed.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::report::{export, import, note};
use rheumscore::scoring::{Category, Exact, Judgement, Verdict};
use rheumscore::session::{Course, Reader, VisitId};
use rheumscore::text::ENGLISH;
use support::examples::examples;
use support::golden;

/// When the examples are said to have been saved.
const SAVED: &str = "2026-11-01T12:00:00Z";

fn example(name: &str) -> Course {
    let found = examples().into_iter().find(|(other, _)| *other == name);
    found.expect("an example").1
}

/// What an instrument says of each visit, where it says anything.
fn judgements(course: &Course, instrument: &str) -> Vec<Option<Judgement>> {
    let mut reader = Reader::default();
    reader.read(course);
    let of_visit = |id: VisitId| {
        let scored = reader.score(course, id);
        let scored = scored.iter().find(|scored| scored.definition().id == instrument)?;
        Some(scored.assessed()?.assessment.judgement.clone())
    };
    course.visits().map(|visit| of_visit(visit.id)).collect()
}

/// The lowest and the highest score of each visit.
fn bounds(course: &Course, instrument: &str) -> Vec<(Exact, Exact)> {
    let scores = judgements(course, instrument).into_iter().flatten();
    scores.filter_map(|it| it.score).map(|score| (score.lowest(), score.highest())).collect()
}

fn verdicts(course: &Course, instrument: &str) -> Vec<Option<Verdict>> {
    let judgements = judgements(course, instrument).into_iter().flatten();
    judgements.map(|judgement| judgement.verdict).collect()
}

fn exactly(score: i64) -> (Exact, Exact) {
    (Exact::integer(score), Exact::integer(score))
}

#[test]
fn the_files_of_the_examples_are_those_that_are_committed() {
    for (name, course) in examples() {
        golden::check(
            &format!("examples/patients/{name}.json"),
            &export(&course, SAVED, &ENGLISH),
            "examples",
        );
    }
}

#[test]
fn the_files_of_the_examples_come_back_as_they_were_and_agree_with_their_results() {
    for (name, course) in examples() {
        let file = export(&course, SAVED, &ENGLISH);
        let import = import(file.as_bytes(), &ENGLISH).expect("our own file");
        assert_eq!(import.differences, [], "{name}");
        assert_eq!(export(&import.course, SAVED, &ENGLISH), file, "{name}");
    }
}

#[test]
fn the_notes_on_the_examples_are_those_that_are_committed() {
    for (name, course) in examples() {
        for (visit, number) in course.visits().zip(1..) {
            let path = format!("tests/golden/{name}-{number}.txt");
            golden::check(&path, &note(&course, visit.id, &ENGLISH), "examples");
        }
    }
}

#[test]
fn everything_that_is_entered_in_an_example_can_be_read() {
    for (name, course) in examples() {
        for visit in course.visits() {
            let read = visit.read(&course.laboratory);
            assert!(read.problems.is_empty() && read.ambiguous.is_empty(), "{name}: {read:?}");
            assert!(course.day(visit).is_some(), "{name}");
        }
    }
}

#[test]
fn lupus_goes_from_nephritis_to_remission() {
    let lupus = example("lupus");
    // 4 + 2 + 4 + 4 + 4 of findings and 2 + 2 of serology; at month 3 the
    // antibodies are missing; at the end nothing counts.
    let missing = (Exact::integer(6), Exact::integer(8));
    let scores = [exactly(22), exactly(12), missing, exactly(0)];
    assert_eq!(bounds(&lupus, "sledai-2k"), scores);
    let verdicts = verdicts(&lupus, "doris-2021");
    assert_eq!(verdicts[..3], [Some(Verdict::NotMet); 3]);
    assert_eq!(verdicts[3], Some(Verdict::Met));
}

#[test]
fn sclerosis_is_active_until_month_six() {
    let sclerosis = example("sclerosis");
    let verdicts = verdicts(&sclerosis, "eustar-2017");
    let expected = [Verdict::Met, Verdict::Met, Verdict::NotMet].map(Some);
    assert_eq!(verdicts, expected);
    let [_, month_3, month_6] = bounds(&sclerosis, "eustar-2017")[..] else { panic!("three") };
    assert_eq!(month_3, (Exact::ratio(15, 4), Exact::ratio(19, 4)), "without the lungs");
    assert_eq!(month_6.0, Exact::ratio(2_176, 1_000));
}

#[test]
fn myositis_responds_by_month_three() {
    let myositis = example("myositis");
    let judgements = judgements(&myositis, "acr-eular-myositis-2016");
    assert_eq!(judgements[0], None, "a change is not scored at its baseline");
    let category = |at: usize| judgements[at].as_ref().and_then(|it| it.category);
    assert_eq!(category(1), Some(Category::Known("moderate")), "whatever the questionnaire");
    assert_eq!(category(2), Some(Category::Known("major")));
    assert_eq!(bounds(&myositis, "acr-eular-myositis-2016")[1], exactly(80));
}
