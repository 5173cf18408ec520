//! What several courses come to together: the invented cohort, whose files and
//! summaries are committed, and cohorts with something wrong in them.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::path::PathBuf;
use std::{env, fs, process};

use quickcheck::{Arbitrary, Gen};
use rheumscore::cli::{self, Exit};
use rheumscore::cohort::{Cohort, Patient};
use rheumscore::instruments::{Instrument, sledai};
use rheumscore::items::Item;
use rheumscore::outcomes::Outcomes;
use rheumscore::report::{
    Unread, cohort_csv, cohort_json, cohort_table, cohort_text, export, outcomes_json,
    outcomes_text, read_patient,
};
use rheumscore::scoring::Exact;
use rheumscore::session::{Course, Edit, EventKind};
use rheumscore::text::ENGLISH;
use serde_json::Value;
use support::cohort::invented_cohort;
use support::golden;
use support::story::{below, hold};
use support::told::Told;

/// When the files are said to have been saved.
const SAVED: &str = "2026-11-01T12:00:00Z";

fn patient(name: &str, course: &Course) -> Patient {
    let file = export(course, SAVED, &ENGLISH);
    read_patient(&format!("{name}.json"), file.as_bytes(), &ENGLISH).expect("our own file")
}

/// The invented cohort, by its files.
fn invented() -> Vec<Patient> {
    invented_cohort().iter().map(|(name, course)| patient(name, course)).collect()
}

fn cohort(courses: &[&Told]) -> Cohort {
    let patients = courses
        .iter()
        .zip(1..)
        .map(|(told, number)| patient(&format!("file-{number}"), &told.course));
    Cohort::of(patients.collect())
}

fn json(cohort: &Cohort) -> Value {
    serde_json::from_str(&cohort_json(cohort, &[])).expect("JSON")
}

#[test]
fn the_files_of_the_cohort_are_those_that_are_committed() {
    for (name, course) in invented_cohort() {
        let path = format!("examples/cohort/{name}.json");
        golden::check(&path, &export(&course, SAVED, &ENGLISH), "cohort");
    }
}

#[test]
fn everything_that_is_entered_in_the_cohort_can_be_read() {
    for (name, course) in invented_cohort() {
        assert!(course.pseudonym.starts_with("Invented "), "{name}");
        for visit in course.visits() {
            let read = visit.read(&course.laboratory);
            assert!(read.problems.is_empty() && read.ambiguous.is_empty(), "{name}: {read:?}");
        }
    }
}

#[test]
fn the_summaries_of_the_cohort_are_those_that_are_committed() {
    let cohort = Cohort::of(invented());
    let csv = cohort_csv(&cohort, &[]);
    golden::check("tests/golden/cohort.txt", &cohort_text(&cohort, &[], &ENGLISH), "cohort");
    golden::check("tests/golden/cohort.csv", &csv, "cohort");
    golden::check("tests/golden/cohort.json", &cohort_json(&cohort, &[]), "cohort");
}

#[test]
fn the_outcomes_of_the_cohort_are_those_that_are_committed() {
    for (name, course) in invented_cohort() {
        let outcomes = Outcomes::of(&course);
        let path = format!("tests/golden/outcomes-{name}");
        golden::check(&format!("{path}.txt"), &outcomes_text(&outcomes, &ENGLISH), "cohort");
        // The courses with something open hold what the data has to say.
        if ["invented-2", "invented-3"].contains(&name) {
            golden::check(&format!("{path}.json"), &outcomes_json(&outcomes), "cohort");
        }
    }
}

#[test]
fn a_cohort_of_one_has_a_median_and_no_deviation() {
    let mut told = Told::lupus();
    told.event(EventKind::BCellsGone, "5").event(EventKind::BCellsBack, "100");
    told.visit("0").arthritis().visit("90").remission();
    let json = json(&cohort(&[&told]));
    assert_eq!(json["count"], 1);
    assert_eq!(json["follow_up"]["days"]["median"], 90);
    assert_eq!(json["aplasia"]["mean"], 95);
    assert_eq!(json["aplasia"]["sd"], Value::Null);
    let text = cohort_text(&cohort(&[&told]), &[], &ENGLISH);
    assert!(text.contains("95, of one patient"), "{text}");
}

#[test]
fn a_cohort_of_none_is_one_of_none() {
    let cohort = Cohort::of(Vec::new());
    assert_eq!(json(&cohort)["follow_up"]["days"]["median"], Value::Null);
    assert!(cohort.grades.is_empty() && cohort.aplasia.is_none());
    assert!(!cohort_text(&cohort, &[], &ENGLISH).is_empty());
}

#[test]
fn a_patient_without_disease_scores_counts_among_all_alone() {
    let mut safety = Told::in_days(&["crs-astct-2019"]);
    safety.crs("1", 2).crs("2", 0);
    let mut lupus = Told::lupus();
    lupus.visit("0").arthritis().visit("90").remission();
    let cohort = cohort(&[&safety, &lupus]);
    assert_eq!(cohort.patients.len(), 2);
    assert_eq!((cohort.lupus.of, cohort.lupus.attained[0].of), (1, 1));
    assert!(cohort.sclerosis.is_empty() && cohort.myositis.is_none());
    let crs = &cohort.grades[0];
    assert_eq!((crs.of, crs.not_graded, crs.open), (2, 1, 0));
    assert_eq!(crs.grades, [("0", 0), ("1", 0), ("2", 1), ("3", 0), ("4", 0)]);
    assert_eq!((cohort.follow_up.days.len(), cohort.follow_up.unknown), (1, 1));
}

#[test]
fn what_is_open_is_counted_apart_and_never_averaged() {
    let aplasia = |gone: &str, back: &str| {
        let mut told = Told::lupus();
        told.event(EventKind::BCellsGone, gone);
        if !back.is_empty() {
            told.event(EventKind::BCellsBack, back);
        }
        told
    };
    let (one, other, lasting) = (aplasia("5", "65"), aplasia("3", "103"), aplasia("4", ""));
    let mut between = Told::lupus();
    between.check("0").value(Item::BCells, "8").check("9").value(Item::BCells, "0");
    between.check("90").value(Item::BCells, "12");
    let mut contradictory = aplasia("5", "50");
    contradictory.check("20").value(Item::BCells, "9");
    let mut never = Told::lupus();
    never.check("20").value(Item::BCells, "9");
    let unknown = Told::lupus();
    let courses = [&one, &other, &lasting, &between, &contradictory, &never, &unknown];
    let aplasia = cohort(&courses).aplasia.expect("treated");
    assert_eq!((aplasia.of, aplasia.days.as_slice()), (7, &[60, 100][..]));
    let moments = aplasia.moments.expect("two");
    assert_eq!((moments.mean, moments.variance), (Exact::integer(80), Some(Exact::integer(800))));
    let apart = [
        aplasia.lasting,
        aplasia.between,
        aplasia.contradictory,
        aplasia.never_seen,
        aplasia.unknown,
    ];
    assert_eq!(apart, [1; 5]);
}

#[test]
fn patients_under_different_rule_sets_have_rows_of_their_own() {
    let mut one = Told::lupus();
    one.visit("0").remission();
    let mut other = one.clone();
    other.edit(Edit::Option("doris-2021", 0, 1));
    let cohort = cohort(&[&one, &other]);
    let doris: Vec<usize> = cohort
        .lupus
        .attained
        .iter()
        .filter(|row| row.definition.id == "doris-2021")
        .map(|row| row.of)
        .collect();
    assert_eq!(doris, [1, 1]);
}

#[test]
fn one_pseudonym_in_two_files_is_pointed_out() {
    let mut told = Told::lupus();
    told.pseudonym("P-7").visit("0").remission();
    let cohort = cohort(&[&told, &told]);
    assert_eq!(cohort.repeated, ["P-7"]);
    assert!(cohort_text(&cohort, &[], &ENGLISH).contains("“P-7”"));
}

// Files and the command line

/// A folder of its own for files of a test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = env::temp_dir().join(format!("rheumscore-{name}-{}", process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        Folder(folder)
    }

    fn write(&self, name: &str, text: &str) -> String {
        let file = self.0.join(name);
        fs::write(&file, text).expect("a file");
        file.to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the command line says and what it complains of.
fn run(arguments: &[&str]) -> (Exit, String, String) {
    let (mut output, mut errors) = (Vec::new(), Vec::new());
    let exit = cli::run(arguments, &mut &b""[..], &mut output, &mut errors).expect("a run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (exit, text(output), text(errors))
}

#[test]
fn a_damaged_file_is_named_and_the_others_are_summed_up() {
    let folder = Folder::new("damaged");
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("90").remission();
    let whole = export(&told.course, SAVED, &ENGLISH);
    let good = folder.write("good.json", &whole);
    let cut = folder.write("cut.json", &whole[..whole.len() / 2]);
    let gone = folder.0.join("gone.json").to_string_lossy().into_owned();
    let (exit, output, errors) = run(&["cohort", &cut, &good, &gone]);
    assert_eq!(exit, Exit::Refused);
    assert!(output.contains("cut.json: it is not a complete JSON file"), "{output}");
    assert!(output.contains("gone.json: ") && output.contains("1 of 1"), "{output}");
    assert_eq!(errors.lines().count(), 2, "{errors}");
    let folder_name = folder.0.to_string_lossy().into_owned();
    assert!(!output.contains(&folder_name), "no path goes out");
    let (exit, output, _) = run(&["cohort", "--json", &cut, &good]);
    let json: Value = serde_json::from_str(&output).expect("JSON");
    assert_eq!((exit, &json["count"]), (Exit::Refused, &Value::from(1)));
    assert_eq!(json["unread"][0]["file"], "cut.json");
    let (exit, output, errors) = run(&["cohort", &good]);
    assert_eq!((exit, errors.as_str()), (Exit::Done, ""));
    assert!(output.contains("good.json"), "{output}");
}

#[test]
fn results_that_a_file_holds_and_that_differ_are_told() {
    let folder = Folder::new("differing");
    let mut told = Told::lupus();
    told.visit("0").arthritis();
    let file = export(&told.course, SAVED, &ENGLISH).replace("\"score\": 4,", "\"score\": 7,");
    let differing = folder.write("differing.json", &file);
    let (exit, output, errors) = run(&["cohort", &differing]);
    assert_eq!(exit, Exit::Done);
    assert!(output.contains("differ from what is computed now"), "{output}");
    assert!(errors.contains("differ"), "{errors}");
}

#[test]
fn the_command_line_tells_what_a_course_comes_to() {
    let folder = Folder::new("outcomes");
    let (name, course) = &invented_cohort()[0];
    let file = folder.write(&format!("{name}.json"), &export(course, SAVED, &ENGLISH));
    let outcomes = Outcomes::of(course);
    let (exit, output, _) = run(&["outcomes", &file]);
    assert_eq!((exit, output), (Exit::Done, outcomes_text(&outcomes, &ENGLISH)));
    let (exit, output, _) = run(&["outcomes", "--json", &file]);
    assert_eq!((exit, output), (Exit::Done, outcomes_json(&outcomes)));
    let (exit, output, errors) = run(&["outcomes", "no-such-file.json"]);
    assert_eq!((exit, output.as_str()), (Exit::Refused, ""));
    assert!(errors.starts_with("no-such-file.json: "), "{errors}");
}

#[test]
fn a_call_that_names_no_file_is_not_understood() {
    for arguments in [
        &["cohort"][..],
        &["cohort", "--csv"],
        &["cohort", "--xml", "a.json"],
        &["outcomes"],
        &["outcomes", "--json"],
        &["outcomes", "a.json", "b.json"],
    ] {
        let (exit, output, errors) = run(arguments);
        assert_eq!((exit, output.as_str()), (Exit::Usage, ""), "{arguments:?}");
        assert!(errors.starts_with("Not understood: "), "{errors}");
    }
    let (exit, output, _) = run(&["cohort", "--help"]);
    assert!(exit == Exit::Done && output.contains("rheumscore cohort"));
}

#[test]
fn no_text_of_a_patient_becomes_a_formula_or_a_line_of_its_own() {
    let mut told = Told::lupus();
    let hostile = "=1+1\r\nAll patients\u{202e}";
    told.pseudonym(hostile).visit("0").edit(Edit::Label(hostile.into())).arthritis();
    told.visit("9").remission();
    let cohort = cohort(&[&told]);
    let unread = [Unread { file: "=cmd.json".into(), reason: "+x".into() }];
    let csv = cohort_csv(&cohort, &unread);
    for cell in csv.split([',', '\n', '\u{feff}']) {
        let cell = cell.trim_start_matches('"');
        let is_number = cell.trim_end().parse::<f64>().is_ok();
        assert!(!cell.starts_with(['=', '+', '@']), "{cell:?}");
        assert!(!cell.starts_with('-') || is_number, "{cell:?}");
    }
    for text in [
        cohort_text(&cohort, &unread, &ENGLISH),
        outcomes_text(&cohort.patients[0].outcomes, &ENGLISH),
    ] {
        assert!(!text.contains('\u{202e}'), "{text}");
        assert!(text.lines().filter(|line| line.starts_with("All patients")).count() <= 1);
    }
}

#[test]
fn every_row_of_the_csv_has_as_many_cells_as_its_head() {
    let csv = cohort_csv(&Cohort::of(invented()), &[]);
    let rows: Vec<&str> = csv.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
    let width = rows[0].split(',').count();
    assert!(rows.len() > 100 && rows.iter().all(|row| row.split(',').count() == width));
}

/// Which of the invented patients, in some order.
#[derive(Clone, Debug)]
struct Order(Vec<usize>);

impl Arbitrary for Order {
    fn arbitrary(g: &mut Gen) -> Order {
        let mut order: Vec<usize> = (0..6).filter(|_| below(4, g) > 0).collect();
        for at in (1..order.len()).rev() {
            let end = u32::try_from(at + 1).expect("few");
            order.swap(at, usize::try_from(below(end, g)).expect("few"));
        }
        Order(order)
    }
}

#[test]
fn a_cohort_is_the_same_whatever_the_order_of_its_files() {
    let patients = invented();
    let of = |order: &[usize]| Cohort::of(order.iter().map(|at| patients[*at].clone()).collect());
    let mut generator = Gen::new(20);
    for _ in 0..40 {
        let Order(order) = Order::arbitrary(&mut generator);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        let (one, other) = (of(&order), of(&sorted));
        assert_eq!(cohort_csv(&one, &[]), cohort_csv(&other, &[]), "{order:?}");
        assert_eq!(cohort_json(&one, &[]), cohort_json(&other, &[]), "{order:?}");
        assert_eq!(cohort_text(&one, &[], &ENGLISH), cohort_text(&other, &[], &ENGLISH));
    }
}

/// Every patient is counted once in each figure: in a value, or apart.
#[test]
fn nobody_is_lost_and_nobody_counted_twice() {
    fn property(Order(order): Order) {
        let patients = invented_cohort();
        let patients = order.iter().map(|at| patient(patients[*at].0, &patients[*at].1));
        let cohort = Cohort::of(patients.collect());
        let all = cohort.patients.len();
        let follow_up = &cohort.follow_up;
        assert_eq!(follow_up.days.len() + follow_up.open + follow_up.unknown, all);
        for row in &cohort.lupus.attained {
            for counts in [row.at_last, row.ever] {
                let counted = counts.met + counts.not_met + counts.undetermined + counts.no_visit;
                assert_eq!(counted, row.of);
            }
        }
        for row in &cohort.lupus.adjusted_means {
            assert_eq!(row.known.len() + row.open + row.unknown, row.of);
        }
        for row in &cohort.sclerosis {
            assert_eq!(row.rise.len() + row.open + row.no_later, row.of);
            assert_eq!((row.baseline.len(), row.last.len()), (row.rise.len(), row.rise.len()));
        }
        if let Some(row) = &cohort.myositis {
            let levels: usize = row.levels.iter().map(|(_, count)| count).sum();
            assert_eq!(levels + row.open + row.not_scored, row.of);
        }
        for row in &cohort.grades {
            let grades: usize = row.grades.iter().map(|(_, count)| count).sum();
            assert_eq!((grades + row.open + row.not_graded, row.of), (all, all));
        }
        if let Some(row) = &cohort.aplasia {
            let apart = row.between + row.lasting + row.never_seen + row.contradictory;
            assert_eq!(row.days.len() + apart + row.unknown, all);
        }
    }
    hold(30, property as fn(Order));
}

#[test]
fn what_cannot_be_read_is_named_with_its_file_and_visit_and_counts_nowhere() {
    let mut told = Told::in_days(&["doris-2021"]);
    told.visit("0").remission().value(Item::Pga, "9");
    let cohort = cohort(&[&told]);
    let named = "file-1.json, Visit 1: Not used, because it cannot be read: physician global \
                 assessment (PGA).";
    assert_eq!(cohort_table(&cohort, &ENGLISH).notes, [named]);
    let json = json(&cohort);
    assert_eq!(
        json["patients"][0]["unused"],
        serde_json::json!([{"visit": "Visit 1", "items": ["pga"]}])
    );
    assert_eq!(json["lupus"]["attained"][0]["at_last"]["undetermined"], 1);
    assert!(cohort_csv(&cohort, &[]).contains("unused,,Visit 1,pga"));
}

#[test]
fn means_of_different_windows_are_kept_apart() {
    let mut ten = Told::lupus();
    ten.visit("0").arthritis().visit("90").remission();
    let mut thirty = ten.clone();
    let options = sledai::SLEDAI_2K.definition().options;
    let window = options.iter().position(|option| option.id == "window_days").expect("a choice");
    thirty.edit(Edit::Option("sledai-2k", window, 1));
    let cohort = cohort(&[&ten, &thirty, &ten]);
    let rows = cohort.lupus.adjusted_means.iter().map(|row| (row.window_days, row.of));
    assert_eq!(rows.collect::<Vec<_>>(), [(Some(10), 2), (Some(30), 1)]);
    let text = cohort_text(&cohort, &[], &ENGLISH);
    assert!(text.contains("Adjusted mean SLEDAI-2K, 30-day window"), "{text}");
    assert!(cohort_csv(&cohort, &[]).contains("adjusted_mean,sledai-2k/30,median"));
}
