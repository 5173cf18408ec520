//! How long scoring takes: `cargo bench --no-default-features --bench scoring`.
//!
//! The harness is the forty lines below. A library for it would have to be
//! compiled by every run of the tests.

#[allow(dead_code, reason = "only some of the cases are measured")]
#[path = "../tests/support/cases.rs"]
mod cases;
#[path = "../tests/support/course.rs"]
mod course;

use std::hint::black_box;
use std::time::{Duration, Instant};

use rheumscore::contract::{self, Request};
use rheumscore::instruments::assess;
use rheumscore::items::Item;
use rheumscore::report::{AssessmentJson, Detail, export, import, note, table};
use rheumscore::session::{Course, Edit, Field, Reader};
use rheumscore::text::ENGLISH;

/// How long one sample runs, at least.
const SAMPLE: Duration = Duration::from_millis(40);
/// Of how many samples the median is taken.
const SAMPLES: usize = 15;

/// Prints how long an action takes: the median of the samples and the fastest.
fn measure<T>(name: &str, mut action: impl FnMut() -> T) {
    let mut time = |times: u32| {
        let start = Instant::now();
        for _ in 0..times {
            black_box(action());
        }
        start.elapsed()
    };
    let mut times = 1;
    while time(times) < SAMPLE {
        times *= 2;
    }
    let mut samples: Vec<Duration> = (0..SAMPLES).map(|_| time(times) / times).collect();
    samples.sort();
    let (median, fastest) = (samples[SAMPLES / 2], samples[0]);
    let each_second = 1.0 / median.as_secs_f64();
    println!("{name:<44} {median:>10.2?} (fastest {fastest:.2?}) {each_second:>12.0}/s");
}

/// The line of a worked case.
fn line(of: &str) -> String {
    let id = format!("\"id\": \"{of}\"");
    let case = cases::cases().find(|case| case.text.contains(&id));
    case.unwrap_or_else(|| panic!("there is {of}")).text
}

fn request(line: &str) -> Request {
    contract::read(line).unwrap_or_else(|_| panic!("{line} is a request"))
}

/// A line in, a line out.
fn answer(line: &str, detail: Detail, output: &mut Vec<u8>) {
    let Request { id, instrument, choices, visits } = request(line);
    let assessment = assess(instrument, choices, &visits);
    let result = AssessmentJson { id: id.as_deref(), assessment: &assessment, detail };
    serde_json::to_writer(output, &result).expect("memory takes every result");
}

/// A course of two hundred visits, scored by seven instruments.
fn measure_course() {
    let course = course::long_course(200);
    let score = |course: &Course, reader: &mut Reader| {
        reader.read(course);
        course.visits().map(|visit| reader.score(course, visit.id).len()).sum::<usize>()
    };
    println!("\nA course of 200 visits and 7 instruments");
    measure("read and scored", || score(&course, &mut Reader::default()));
    let mut reader = Reader::default();
    score(&course, &mut reader);
    let mut turn = 0;
    let mut edited = course.clone();
    measure("an edit, read and scored at its visit", || {
        turn += 1;
        edited.apply(Edit::Type(Item::Pga, Field::Value, format!("0.{}", turn % 10)));
        reader.read(&edited);
        reader.score(&edited, edited.open()).len()
    });
    let file = export(&course, "2026-01-02T03:04:05Z", &ENGLISH);
    println!("A file of {} bytes", file.len());
    measure("exported", || export(&course, "2026-01-02T03:04:05Z", &ENGLISH));
    measure("written as a table", || table(&course));
    measure("one note", || note(&course, course.open(), &ENGLISH));
    measure("imported", || import(file.as_bytes(), &ENGLISH));
}

fn main() {
    for (name, case) in [
        ("SLEDAI-2K with all parts", "sledai-2k/15"),
        ("SLEDAI-2K from measurements", "patients/15"),
        ("DORIS 2021", "patients/8"),
        ("EUSTAR 2017", "patients/13"),
        ("ACR/EULAR 2016", "patients/11"),
    ] {
        let Request { instrument, choices, visits, .. } = request(&line(case));
        measure(name, || assess(instrument, choices, &visits));
    }
    let line = line("patients/15");
    let mut output = Vec::with_capacity(1 << 16);
    println!("\nOne line of {} bytes", line.len());
    measure("read", || request(&line));
    for (name, detail) in
        [("answered in full", Detail::Full(&ENGLISH)), ("answered in brief", Detail::Brief)]
    {
        measure(name, || {
            output.clear();
            answer(&line, detail, &mut output);
            output.len()
        });
    }
    measure_course();
}
