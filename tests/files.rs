//! What goes out of the page comes back as it was, and nothing that comes in
//! ends the program.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fmt;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use quickcheck::{Arbitrary, Gen};
use rheumscore::contract::{self, FileProblem, Request};
use rheumscore::instruments::{REGISTRY, assess};
use rheumscore::items::{Item, Kind};
use rheumscore::report::{
    AssessmentJson, Detail, export, export_laboratory, import, import_laboratory, note, table,
};
use rheumscore::scoring::Finding;
use rheumscore::session::{Aside, Course, Edit, Event, Field, Insert, Laboratory, Timing};
use rheumscore::text::ENGLISH;
use serde_json::Value;
use support::cases::{elements, members};
use support::course::long_course;
use support::story::{below, hold};

const NOW: &str = "2026-01-02T03:04:05Z";

/// A course of edits drawn at random.
#[derive(Clone)]
struct AnyCourse(Vec<Edit>);

impl AnyCourse {
    fn course(&self) -> Course {
        let mut course = Course::default();
        self.0.iter().cloned().for_each(|edit| course.apply(edit));
        course
    }
}

impl fmt::Debug for AnyCourse {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.0.iter().try_for_each(|edit| writeln!(formatter, "{edit:?}"))
    }
}

impl Arbitrary for AnyCourse {
    fn arbitrary(g: &mut Gen) -> AnyCourse {
        AnyCourse((0..below(60, g)).map(|_| edit(g)).collect())
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = AnyCourse>> {
        Box::new(self.0.shrink_without_values().map(AnyCourse))
    }
}

/// Shorter lists of edits.
trait Shorter {
    fn shrink_without_values(&self) -> impl Iterator<Item = Vec<Edit>> + 'static;
}

impl Shorter for Vec<Edit> {
    fn shrink_without_values(&self) -> impl Iterator<Item = Vec<Edit>> + 'static {
        let edits = self.clone();
        (0..edits.len()).map(move |at| {
            let mut shorter = edits.clone();
            shorter.remove(at);
            shorter
        })
    }
}

fn one_of<T: Copy>(of: &[T], g: &mut Gen) -> T {
    *g.choose(of).expect("there is one")
}

/// Texts that people type, and some that nobody should.
fn text(g: &mut Gen) -> String {
    let texts = [
        "0",
        "1",
        "2,5",
        "0.40",
        "1,000",
        "12",
        "140",
        "x",
        "<0.3",
        "5-10",
        "-",
        " 7 ",
        "\"",
        "\\",
        "=1+1",
        "a\nb",
        "\u{0}",
        "\u{1f600}",
        "Ä, ö; ü",
        "</script>",
    ];
    one_of(&texts, g).to_owned()
}

fn day(g: &mut Gen) -> String {
    one_of(&["", "2026-01-01", "2026-02-28", "2025-12-31", "-14", "0", "182", "soon"], g).to_owned()
}

fn edit(g: &mut Gen) -> Edit {
    let items: Vec<Item> = Item::all().collect();
    let item = one_of(&items, g);
    let definition = one_of(REGISTRY, g).definition();
    match below(24, g) {
        0 => Edit::Pseudonym(text(g)),
        1 => Edit::Label(text(g)),
        2 => Edit::When(day(g)),
        3 => Edit::Sampled(day(g)),
        4 => Edit::Add(one_of(&[Insert::Before, Insert::AtEnd], g)),
        5 => Edit::CopyLast,
        6 => Edit::Timing(one_of(&Timing::ALL, g)),
        7 => Edit::AddEvent(Event {
            label: text(g),
            when: day(g),
            is_day_zero: bool::arbitrary(g),
            ..Event::default()
        }),
        8 | 9 => Edit::Choose(definition.id, true),
        10 => match definition.options.len() {
            0 => Edit::Choose(definition.id, false),
            options => {
                let option = usize::arbitrary(g) % options;
                let value = usize::arbitrary(g) % definition.options[option].values.len();
                Edit::Option(definition.id, option, value)
            }
        },
        11 => {
            let items: Vec<Item> = Laboratory::items().collect();
            let item = one_of(&items, g);
            let fields: Vec<Field> = Laboratory::fields(item).collect();
            Edit::Laboratory(item, one_of(&fields, g), unit_or_number(item, g))
        }
        12 => Edit::Learn,
        13 => Edit::Unassessable(item, bool::arbitrary(g)),
        14 => Edit::Write(item, one_of(&Aside::ALL, g), text(g)),
        15 => Edit::RestAbsent(items),
        16 => Edit::Confirm(items),
        17 => Edit::Sort,
        _ => answer(item, g),
    }
}

fn unit_or_number(item: Item, g: &mut Gen) -> String {
    let units = item.kind().scale().into_iter().flat_map(|scale| scale.unit_codes());
    let texts: Vec<&str> = units.chain(["0,9", "10", "U/L", "x"]).collect();
    one_of(&texts, g).to_owned()
}

fn answer(item: Item, g: &mut Gen) -> Edit {
    match item.kind() {
        Kind::Finding => Edit::Find(item, one_of(&Finding::ALL, g)),
        Kind::Attestation => Edit::Attest(item, Some(bool::arbitrary(g))),
        Kind::Choice(codes) => Edit::Pick(item, Some(one_of(codes, g))),
        Kind::Count { .. } => Edit::Type(item, Field::Value, text(g)),
        Kind::Measurement(_) => {
            let fields: Vec<Field> = Field::of(item).collect();
            let field = one_of(&fields, g);
            let text = match field {
                Field::Value => text(g),
                Field::Unit | Field::Limit => unit_or_number(item, g),
                Field::Drug => one_of(&["prednisone", "aspirin"], g).to_owned(),
            };
            Edit::Type(item, field, text)
        }
    }
}

fn exported(course: &Course) -> String {
    export(course, NOW, &ENGLISH)
}

#[test]
fn any_course_comes_back_as_it_was() {
    fn property(any: AnyCourse) {
        let course = any.course();
        let file = exported(&course);
        let import = import(file.as_bytes(), &ENGLISH).expect("our own file");
        assert_eq!(import.differences, []);
        assert_eq!(exported(&import.course), file);
        assert_eq!(import.course.laboratory, course.laboratory);
        assert_eq!(import.course.visits().last().map(|it| it.id), Some(import.course.open()));
    }
    hold(500, property as fn(AnyCourse));
}

#[test]
fn any_laboratory_comes_back_as_it_was() {
    fn property(any: AnyCourse) {
        let laboratory = any.course().laboratory;
        let file = export_laboratory(&laboratory, NOW);
        assert_eq!(import_laboratory(file.as_bytes()), Ok(laboratory));
    }
    hold(300, property as fn(AnyCourse));
}

/// What a file says was asked is what the command line would answer with the
/// result that the file has.
#[test]
fn every_request_of_a_file_is_answered_with_its_result() {
    fn property(any: AnyCourse) {
        let file: Value = serde_json::from_str(&exported(&any.course())).expect("JSON");
        for visit in elements(&file["visits"]) {
            for (instrument, scored) in members(&visit["results"]) {
                let request = scored["request"].to_string();
                let answered = match contract::read(&request) {
                    Ok(Request { instrument, choices, visits, .. }) => {
                        let assessment = assess(instrument, choices, &visits);
                        let detail = Detail::Full(&ENGLISH);
                        let json = AssessmentJson { id: None, assessment: &assessment, detail };
                        serde_json::to_value(json).expect("a result is written")
                    }
                    Err(_) => {
                        assert!(scored["result"]["errors"].is_array(), "{instrument}: {request}");
                        continue;
                    }
                };
                assert_eq!(answered, scored["result"], "{request}");
            }
        }
    }
    hold(200, property as fn(AnyCourse));
}

/// The file of an example.
static FILE: LazyLock<String> = LazyLock::new(|| exported(&support::examples::examples()[1].1));

/// The file of an example in which some bytes were changed, lost or told twice.
#[derive(Clone, Debug)]
struct Damaged(Vec<u8>);

impl Arbitrary for Damaged {
    fn arbitrary(g: &mut Gen) -> Damaged {
        let mut bytes = FILE.clone().into_bytes();
        for _ in 0..1 + below(3, g) {
            let at = usize::arbitrary(g) % bytes.len();
            let until = at + usize::arbitrary(g) % (bytes.len() - at).min(40);
            match below(4, g) {
                0 => bytes[at] = one_of(b"\"{}[]:,0-.e\\ tun\xff", g),
                1 => drop(bytes.drain(at..until)),
                2 => bytes.truncate(at.max(1)),
                _ => {
                    let again = bytes[at..until].to_vec();
                    bytes.splice(at..at, again);
                }
            }
        }
        Damaged(bytes)
    }
}

#[test]
fn a_damaged_file_is_refused_or_taken_over_whole() {
    fn property(Damaged(bytes): Damaged) {
        match import(&bytes, &ENGLISH) {
            Ok(import) => {
                let again = exported(&import.course);
                assert!(rheumscore::report::import(again.as_bytes(), &ENGLISH).is_ok());
            }
            Err(FileProblem::Broken { path } | FileProblem::DuplicateKey { path }) => {
                assert!(path.starts_with('/'), "{path:?}");
            }
            Err(_) => {}
        }
    }
    hold(5_000, property as fn(Damaged));
}

#[test]
fn any_bytes_are_refused_as_what_they_are() {
    fn property(bytes: Vec<u8>) {
        assert!(import(&bytes, &ENGLISH).is_err());
        assert!(import_laboratory(&bytes).is_err());
    }
    hold(2_000, property as fn(Vec<u8>));
}

#[test]
fn a_course_of_two_hundred_visits_fits_and_twenty_megabytes_are_refused_at_once() {
    let file = exported(&long_course(200));
    let import = import(file.as_bytes(), &ENGLISH).expect("it fits");
    assert_eq!(import.course.visits().len(), 200);
    assert_eq!(import.differences, []);
    let padded = file.clone() + &" ".repeat(20_000_000 - file.len());
    let start = Instant::now();
    assert_eq!(rheumscore::report::import(padded.as_bytes(), &ENGLISH), Err(FileProblem::TooLarge));
    assert!(start.elapsed() < Duration::from_millis(50));
}

/// Sentences that lack a word show it: by empty brackets, doubled spaces, or a
/// mark that follows nothing.
#[test]
fn a_note_on_any_visit_is_made_of_whole_sentences() {
    fn property(any: AnyCourse) {
        let mut course = any.course();
        // What people write is theirs.
        course.pseudonym = String::new();
        for visit in course.visits() {
            let note = note(&course, visit.id, &ENGLISH);
            let quotes: Vec<&str> = note.split(['“', '”']).step_by(2).collect();
            let without_quotes = quotes.join("…");
            for wrong in ["()", "  ", " ,", " ;", " .", ": .", ":\n", ", )", "; ."] {
                let ours = !visit.label.contains(wrong) && !visit.when.contains(wrong);
                let line = without_quotes.lines().skip(1).find(|line| line.contains(wrong));
                assert!(!ours || line.is_none(), "{wrong:?} in {note}");
            }
            assert!(note.ends_with(".\n"), "{note}");
        }
    }
    hold(300, property as fn(AnyCourse));
}

#[test]
fn the_table_of_any_course_has_no_cell_that_begins_a_formula() {
    fn property(any: AnyCourse) {
        let table = table(&any.course());
        for cell in table.split([',', '\n', '\u{feff}']) {
            let cell = cell.trim_start_matches('"');
            let begins = cell.starts_with(['=', '+', '@', '\t']);
            let is_number = cell.trim_end().parse::<f64>().is_ok();
            assert!(!begins && (!cell.starts_with('-') || is_number), "{cell:?} in {table}");
        }
    }
    hold(300, property as fn(AnyCourse));
}
