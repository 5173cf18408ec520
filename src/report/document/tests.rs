//! Courses that are written and read again, and files that are not what they
//! should be.

use super::*;
use crate::contract::{FileProblem, Json};
use crate::items::Item;
use crate::report::ENGINE;
use crate::scoring::Finding;
use crate::session::{
    Aside, Course, Edit, Event, Field, Insert, Laboratory, Record, Timing, VisitDraft,
};
use crate::text::ENGLISH;

const NOW: &str = "2026-01-02T03:04:05Z";

fn typed(item: Item, field: Field, text: &str) -> Edit {
    Edit::Type(item, field, text.to_owned())
}

/// A course of two visits with a little of everything.
fn filled() -> Course {
    let infusion = Event {
        label: "infusion".into(),
        when: "2025-12-10".into(),
        is_day_zero: true,
        ..Event::default()
    };
    let edits = [
        Edit::Pseudonym("Patient 7".into()),
        Edit::Choose("eustar-2017", true),
        Edit::Choose("sledai-2k", true),
        Edit::Choose("acr-eular-myositis-2016", true),
        Edit::Option("eustar-2017", 0, 1),
        Edit::Option("doris-2021", 0, 1),
        Edit::AddEvent(infusion),
        Edit::AddEvent(Event { label: "surgery".into(), ..Event::default() }),
        Edit::Laboratory(Item::C3, Field::Limit, "0,9".into()),
        Edit::Laboratory(Item::Crp, Field::Unit, "mg/dL".into()),
        Edit::Label("before".into()),
        Edit::When("2025-12-01".into()),
        Edit::Find(Item::TendonFrictionRubs, Finding::Present),
        Edit::Find(Item::DigitalUlcers, Finding::OtherCause),
        Edit::Write(Item::DigitalUlcers, Aside::Reason, "calcinosis".into()),
        typed(Item::Mrss, Field::Value, "3"),
        typed(Item::Crp, Field::Value, "0,5"),
        typed(Item::C3, Field::Value, "0,7"),
        typed(Item::DlcoPercent, Field::Value, "about 80"),
        Edit::Write(Item::Crp, Aside::Sampled, "2025-11-30".into()),
        Edit::Write(Item::Crp, Aside::Confirmed, "0,5".into()),
        Edit::Unassessable(Item::VisualDisturbance, true),
        Edit::RestAbsent(vec![Item::Seizure, Item::Psychosis, Item::Cva]),
        Edit::CopyLast,
        Edit::Label("after".into()),
        Edit::When("2026-01-07".into()),
        Edit::Sampled("2026-01-06".into()),
        Edit::Attest(Item::TherapyStable, Some(true)),
        Edit::Pick(Item::Hypoxia, Some("low_flow")),
        Edit::Confirm(vec![Item::TendonFrictionRubs]),
    ];
    let mut course = Course::default();
    for edit in edits {
        course.apply(edit);
    }
    course
}

fn exported(course: &Course) -> String {
    export(course, NOW, &ENGLISH)
}

fn imported(text: &str) -> Result<Import, FileProblem> {
    import(text.as_bytes(), &ENGLISH)
}

/// What was entered for a visit.
type Entered = (String, String, String, Vec<(Item, Record)>);

/// What a course says, whatever numbers its visits have.
fn said(course: &Course) -> (Vec<Entered>, Option<usize>) {
    let entered = |visit: &VisitDraft| {
        let records = visit.records().map(|(item, record)| (item, record.clone())).collect();
        (visit.label.clone(), visit.when.clone(), visit.sampled.clone(), records)
    };
    (course.visits().map(entered).collect(), course.place(course.baseline()))
}

fn paths(import: Result<Import, FileProblem>) -> Vec<String> {
    let differences = import.expect("readable").differences;
    differences.into_iter().map(|difference| difference.path).collect()
}

#[test]
fn a_file_restores_what_was_entered_unreadable_things_included() {
    let course = filled();
    let import = imported(&exported(&course)).expect("our own file");
    assert_eq!(said(&import.course), said(&course));
    assert_eq!(import.course.pseudonym, course.pseudonym);
    assert_eq!(import.course.timing, course.timing);
    assert_eq!(import.course.events, course.events);
    assert_eq!(import.course.laboratory, course.laboratory);
    for id in ["eustar-2017", "sledai-2k", "doris-2021", "acr-eular-myositis-2016"] {
        assert_eq!(import.course.score(id), course.score(id), "{id}");
    }
    assert_eq!(import.differences, []);
    assert_eq!(import.version, ENGINE);
    let open = import.course.open_visit().map(|visit| visit.label.clone());
    assert_eq!(open.as_deref(), Some("after"), "the last visit is open");
    assert_eq!(exported(&import.course), exported(&course));
}

#[test]
fn a_file_states_what_it_is_and_has_a_line_for_every_answer() {
    let text = exported(&filled());
    for line in [
        "  \"format\": \"rheumscore-course\",",
        "  \"schema\": 2,",
        "  \"exported_at\": \"2026-01-02T03:04:05Z\",",
        "  \"timing\": \"dates\",",
        "  \"baseline\": 0,",
        "      \"day\": -9,",
        "      \"day\": 28,",
        "        \"mrss\": {\"value\": \"3\"},",
        "        \"seizure\": {\"answer\": \"absent\", \"origin\": \"bulk\"},",
        "        \"visual_disturbance\": {\"unassessable\": true},",
        "        \"digital_ulcers\": {\"answer\": \"other_cause\", \"reason\": \"calcinosis\"},",
        "        \"crp\": {\"value\": \"0,5\", \"sampled\": \"2025-11-30\", \"confirmed\": \"0,5\"}",
    ] {
        assert!(text.lines().any(|other| other == line), "{line} in\n{text}");
    }
    assert!(text.contains("\"doris-2021\": {\n      \"chosen\": false"), "{text}");
    assert!(text.contains("\"window_days\": 10"), "a number, as the contract has it");
    assert!(!text.contains("\"selena-sledai\""), "neither chosen nor changed");
}

#[test]
fn a_request_holds_what_the_instrument_reads_and_comes_to_the_result() {
    let text = exported(&filled());
    let document = Json::read(&text).expect("JSON").json;
    let Some(Json::List(visits)) = document.member("visits") else { panic!("visits") };
    let [before, after] = visits.as_slice() else { panic!("two") };
    let results = before.member("results").expect("results");
    assert_eq!(results.member("acr-eular-myositis-2016"), None, "measured from here");
    let eustar = results.member("eustar-2017").and_then(|it| it.member("request"));
    let current = eustar.and_then(|request| request.member("current")).expect("current");
    assert!(current.member("mrss").is_some() && current.member("seizure").is_none());
    assert_eq!(current.member("dlco_percent"), None, "nobody can read it");
    assert_eq!(eustar.and_then(|request| request.member("previous")), None);
    let myositis = after.member("results").and_then(|it| it.member("acr-eular-myositis-2016"));
    let request = myositis.and_then(|it| it.member("request")).expect("a request");
    assert!(request.member("baseline").is_some() && request.member("previous").is_none());
}

#[test]
fn options_that_exclude_each_other_are_written_and_read_as_a_refusal() {
    let mut course = filled();
    course.apply(Edit::Option("acr-eular-myositis-2016", 1, 3));
    let text = exported(&course);
    assert!(text.contains("\"option_conflict\""), "{text}");
    assert_eq!(paths(imported(&text)), [""; 0]);
}

#[test]
fn a_value_above_its_scale_is_left_out_of_the_request() {
    let id = "acr-eular-myositis-2016";
    let mut course = Course::default();
    for edit in [
        Edit::Choose(id, true),
        Edit::Option(id, 1, 1),
        Edit::Add(Insert::AtEnd),
        typed(Item::Strength, Field::Value, "81"),
        typed(Item::Haq, Field::Value, "1"),
    ] {
        course.apply(edit);
    }
    let text = exported(&course);
    assert!(text.contains("\"current\": {\"haq\": {\"value\": \"1\"}}"), "{text}");
    assert_eq!(paths(imported(&text)), [""; 0]);
}

#[test]
fn a_tampered_result_is_told_and_not_believed() {
    let text = exported(&filled());
    let min = "\"min\": 2.25,";
    assert!(text.contains(min), "{text}");
    let import = imported(&text.replacen(min, "\"min\": 0,", 1)).expect("readable");
    assert_eq!(
        import.differences,
        [Difference {
            path: "/visits/0/results/eustar-2017/result/min".into(),
            stored: "0".into(),
            computed: "2.25".into()
        }]
    );
}

#[test]
fn a_file_from_before_results_named_their_definitions_agrees_all_the_same() {
    let text = exported(&filled());
    let key = "\"definitions\": ";
    let (before, after) = text.split_once(key).expect("a result names its definitions");
    let (_, after) = after.split_once(' ').expect("a field follows");
    assert_eq!(paths(imported(&format!("{before}{after}"))), [""; 0]);
    assert_eq!(paths(imported(&format!("{before}{key}\"another\", {after}"))), [""; 0]);
}

#[test]
fn a_tampered_answer_shows_in_the_request_and_the_result() {
    let text = exported(&filled());
    let answer = "\"tendon_friction_rubs\": {\"answer\": \"present\"}";
    assert!(text.contains(answer));
    let paths = paths(imported(&text.replacen(answer, &answer.replace("present", "absent"), 1)));
    for path in ["request/current/tendon_friction_rubs", "result/min"] {
        let path = format!("/visits/0/results/eustar-2017/{path}");
        assert!(paths.contains(&path), "{path} in {paths:?}");
    }
}

#[test]
fn a_tampered_day_and_a_result_that_is_gone_are_told() {
    let text = exported(&filled()).replacen("\"day\": 28", "\"day\": 29", 1);
    assert_eq!(paths(imported(&text)), ["/visits/1/day"]);
    let text = exported(&filled());
    let from = text.find("\"results\"").expect("results");
    let to = from + text[from..].find("\n    },").expect("the next visit");
    let without = format!("{}\"results\": {{}}\n{}", &text[..from], &text[to + 1..]);
    assert_eq!(
        paths(imported(&without)),
        ["/visits/0/results/sledai-2k", "/visits/0/results/eustar-2017"]
    );
}

#[test]
fn a_reformatted_number_and_other_words_are_no_difference() {
    let text = exported(&filled())
        .replace("\"min\": 2.25,", "\"min\": 2.250,")
        .replace("mRSS up to 18 counted as 0", "mRSS, other words");
    assert_eq!(paths(imported(&text)), [""; 0]);
}

#[test]
fn days_in_place_of_dates_leave_no_date_in_the_file() {
    let mut course = filled();
    course.apply(Edit::Timing(Timing::Days));
    let text = exported(&course).replace(NOW, "");
    let digits = |part: &str| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = |word: &str| {
        let parts: Vec<&str> = word.split('-').collect();
        matches!(parts.as_slice(), [year, month, day] if year.len() == 4 && digits(year) && digits(month) && digits(day))
    };
    let word = text.split(|it: char| !it.is_ascii_digit() && it != '-').find(|it| is_date(it));
    assert_eq!(word, None);
    assert!(exported(&filled()).contains("2025-12-01"), "there were dates");
    assert_eq!(paths(imported(&text)), [""; 0]);
}

#[test]
fn other_files_are_named_for_what_they_are() {
    let text = exported(&filled());
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        imported(&text.replacen(from, to, 1))
    };
    let broken = |path: &str| Err(FileProblem::Broken { path: path.to_owned() });
    assert_eq!(imported(""), Err(FileProblem::NotJson));
    assert_eq!(import(&[0xff, 0xfe], &ENGLISH), Err(FileProblem::NotJson));
    assert_eq!(imported(&text[..text.len() - 9]), Err(FileProblem::NotJson));
    assert_eq!(imported("{}"), Err(FileProblem::Foreign));
    assert_eq!(imported("[1]"), Err(FileProblem::Foreign));
    assert_eq!(imported(&" ".repeat(LARGEST + 1)), Err(FileProblem::TooLarge));
    assert_eq!(
        with("\"schema\": 2", "\"schema\": 3"),
        Err(FileProblem::Newer { version: "schema 3".to_owned() })
    );
    let duplicate = |path: &str| Err(FileProblem::DuplicateKey { path: path.to_owned() });
    assert_eq!(with("\"schema\": 2", "\"schema\": 2, \"schema\": 2"), duplicate("/schema"));
    assert_eq!(
        with("\"mrss\": {", "\"mrss\": {\"value\": \"4\"}, \"mrss\": {"),
        duplicate("/visits/0/entered/mrss")
    );
    let version = format!("\"version\": \"{ENGINE}\"");
    let later = text.replace(&version, "\"version\": \"99.0.0\"");
    assert_eq!(
        imported(&later.replacen("\"mrss\"", "\"mrsss\"", 1)),
        Err(FileProblem::Newer { version: "99.0.0".to_owned() })
    );
    for (from, to, path) in [
        ("\"schema\": 2", "\"schema\": 1", "/schema"),
        ("\"schema\": 2", "\"schema\": \"2\"", "/schema"),
        (version.as_str(), "\"versions\": 1", "/app/version"),
        ("\"timing\"", "\"note\": 1, \"timing\"", "/note"),
        ("\"dates\"", "\"weeks\"", "/timing"),
        ("\"pseudonym\": ", "\"pseudonym\": 7, \"name\": ", "/name"),
        ("\"day_zero\": true", "\"day_zero\": 1", "/events/0/day_zero"),
        ("\"surgery\"", "\"surgery\", \"day_zero\": true", "/events/1/day_zero"),
        ("\"limit\": \"0,9\"", "\"value\": \"0,9\"", "/laboratory/c3/value"),
        ("\"limit\": \"0,9\"", "\"limit\": \" \"", "/laboratory/c3/limit"),
        ("\"limit\": \"0,9\"", "", "/laboratory/c3"),
        ("\"eustar-2017\": {", "\"eustar-2071\": {", "/scores/eustar-2071"),
        ("\"mrss_rule\"", "\"mrss_rules\"", "/scores/eustar-2017/options/mrss_rules"),
        ("\"binary\"", "\"ternary\"", "/scores/eustar-2017/options/mrss_rule"),
        ("\"chosen\": true", "\"chosen\": 1", "/scores/sledai-2k/chosen"),
        ("\"baseline\": 0", "\"baseline\": 2", "/baseline"),
        ("\"baseline\": 0", "\"baseline\": -1", "/baseline"),
        ("\"label\": \"before\"", "\"label\": null", "/visits/0/label"),
        ("\"day\": 28", "\"days\": 28", "/visits/1/days"),
        ("\"mrss\": {", "\"mrsss\": {", "/visits/0/entered/mrsss"),
        ("{\"value\": \"3\"}", "{\"value\": 3}", "/visits/0/entered/mrss/value"),
        ("{\"value\": \"3\"}", "{\"value\": \" \"}", "/visits/0/entered/mrss"),
        ("{\"value\": \"3\"}", "{\"limit\": \"3\"}", "/visits/0/entered/mrss/limit"),
        ("{\"value\": \"3\"}", "{\"answer\": \"3\"}", "/visits/0/entered/mrss/answer"),
        ("{\"value\": \"3\"}", "{}", "/visits/0/entered/mrss"),
        ("{\"value\": \"3\"}", "\"3\"", "/visits/0/entered/mrss"),
        ("\"answer\": \"absent\"", "\"answer\": \"gone\"", "/visits/0/entered/seizure/answer"),
        ("\"bulk\"", "\"hulk\"", "/visits/0/entered/seizure/origin"),
        (
            "\"unassessable\": true",
            "\"unassessable\": false",
            "/visits/0/entered/visual_disturbance",
        ),
    ] {
        assert_eq!(with(from, to), broken(path), "{from} -> {to}");
    }
}

#[test]
fn a_course_without_a_visit_or_with_endless_visits_is_refused() {
    let text = exported(&Course::default());
    let from = text.find("\"visits\": [").expect("visits") + "\"visits\": [".len();
    let with = |visits: &str| imported(&format!("{}{visits}]}}", &text[..from]));
    assert_eq!(with(""), Err(FileProblem::Broken { path: "/visits".to_owned() }));
    let visit = r#"{"label":"","when":"","sampled":"","entered":{}}"#;
    assert!(with(visit).is_ok());
    assert!(with(&[visit; MOST_VISITS].join(",")).is_ok());
    assert_eq!(with(&[visit; MOST_VISITS + 1].join(",")), Err(FileProblem::TooLarge));
}

#[test]
fn of_very_many_differences_the_first_are_told() {
    let text = exported(&filled());
    let list = format!("\"missing\": [{}", "null,".repeat(100_000));
    let import = imported(&text.replacen("\"missing\": [", &list, 1)).expect("readable");
    assert_eq!(import.differences.len(), 1_000);
}

/// A file of the first version, as it was written then.
const OF_THE_FIRST_VERSION: &str = r#"{
  "format": "rheumscore-visit", "schema": 1,
  "app": {"name": "Rheumscore", "version": "0.1.0"},
  "exported_at": "2025-11-02T03:04:05Z",
  "instrument": "selena-sledai",
  "entered": {
    "current": {
      "rash": "present",
      "urine_protein_24h": {"value": "1,2", "unit": "g/d"},
      "first_visit": false
    },
    "previous": {"urine_protein_24h": {"value": "0.3", "unit": "g/d"}}
  },
  "request": {
    "instrument": "selena-sledai",
    "options": {"bands": "bsr", "window_days": 30},
    "current": {"rash": "present"}
  },
  "result": {"id": null, "instrument": "selena-sledai", "min": 5}
}"#;

#[test]
fn a_file_of_the_first_version_becomes_a_course() {
    let import = imported(OF_THE_FIRST_VERSION).expect("still read");
    let course = &import.course;
    let labels: Vec<&str> = course.visits().map(|visit| visit.label.as_str()).collect();
    assert_eq!(labels, ["Earlier visit", "This visit"]);
    assert_eq!(course.open_visit().map(|visit| visit.label.as_str()), Some("This visit"));
    assert_eq!(course.place(course.baseline()), Some(0));
    assert!(course.score("selena-sledai").chosen);
    let choices = course.score("selena-sledai").choices;
    assert_eq!((choices.place(0), choices.place(1)), (2, 1));
    let open = course.open_visit().expect("one is open");
    assert_eq!(open.text(Item::UrineProtein24h, Field::Value), "1,2");
    let minimum = import.differences.iter().find(|it| it.path == "/result/min").expect("told");
    assert_eq!((minimum.stored.as_str(), minimum.computed.as_str()), ("5", "6"));
}

#[test]
fn a_comparison_of_the_first_version_keeps_its_baseline_and_its_result() {
    let file = |entered: &str, result: &str| {
        format!(
            r#"{{"format":"rheumscore-visit","schema":1,"app":{{"version":"0.1.0"}},
            "instrument":"acr-eular-myositis-2016","entered":{{{entered}}},"result":{result}}}"#
        )
    };
    let both = file(
        r#""baseline":{"haq":{"value":"3"}},"current":{"haq":{"value":"0"}}"#,
        r#"{"min":10}"#,
    );
    let import = imported(&both).expect("read");
    let labels: Vec<String> = import.course.visits().map(|visit| visit.label.clone()).collect();
    assert_eq!(labels, ["Baseline", "This visit"]);
    assert!(!paths(Ok(import)).contains(&"/result/min".to_owned()));
    // A baseline that was never entered stays unknown.
    let import = imported(&file(r#""current":{"haq":{"value":"0"}}"#, "{}")).expect("read");
    assert_eq!(import.course.visits().len(), 2);
    assert!(import.course.visits().next().is_some_and(|visit| visit.records().count() == 0));
}

#[test]
fn broken_files_of_the_first_version_are_refused_by_the_place() {
    let broken = |path: &str| Err(FileProblem::Broken { path: path.to_owned() });
    for (from, to, path) in [
        ("\"selena-sledai\",\n  \"entered\"", "\"none\",\n  \"entered\"", "/instrument"),
        ("\"bsr\"", "\"bsd\"", "/request/options/bands"),
        ("\"entered\"", "\"entries\"", "/entries"),
        ("\"previous\"", "\"before\"", "/entered/before"),
        ("\"rash\": \"present\",\n", "\"rush\": \"present\",\n", "/entered/current/rush"),
        ("\"first_visit\": false", "\"first_visit\": 0", "/entered/current/first_visit"),
        ("\"unit\"", "\"limit\"", "/entered/current/urine_protein_24h/limit"),
    ] {
        assert!(OF_THE_FIRST_VERSION.contains(from), "{from}");
        assert_eq!(imported(&OF_THE_FIRST_VERSION.replacen(from, to, 1)), broken(path), "{from}");
    }
}

#[test]
fn a_laboratory_goes_out_and_comes_back_by_itself() {
    let laboratory = filled().laboratory;
    let text = export_laboratory(&laboratory, NOW);
    assert!(text.contains("\"format\": \"rheumscore-laboratory\""), "{text}");
    assert_eq!(import_laboratory(text.as_bytes()), Ok(laboratory));
    let blank = export_laboratory(&Laboratory::default(), NOW);
    assert_eq!(import_laboratory(blank.as_bytes()), Ok(Laboratory::default()));
    let broken = text.replace("\"c3\"", "\"rash\"");
    assert_eq!(
        import_laboratory(broken.as_bytes()),
        Err(FileProblem::Broken { path: "/laboratory/rash/limit".to_owned() })
    );
    assert_eq!(imported(&text), Err(FileProblem::Foreign));
    assert_eq!(
        import_laboratory(exported(&filled()).as_bytes()),
        Err(FileProblem::Foreign),
        "a course is no laboratory"
    );
}

#[test]
fn a_file_is_named_for_what_it_is_and_for_the_date() {
    assert_eq!(file_name(FileKind::Course, "2026-03-14"), "rheumscore-course-2026-03-14.json");
    assert_eq!(file_name(FileKind::Table, "2026-03-14T09:30"), "rheumscore-table-2026-03-14.csv");
    assert_eq!(file_name(FileKind::Note, ""), "rheumscore-note.txt");
    assert_eq!(file_name(FileKind::Laboratory, "/../x"), "rheumscore-laboratory.json");
}

#[test]
fn worksheets_go_out_and_come_back() {
    use crate::session::worksheet::{BilagDomain, BilagSheet, BilagState, IcePoint, IceSheet};
    use crate::session::worksheet::{DoseLine, DoseSheet, Interval, Joint, JointName, JointState};
    use crate::session::worksheet::{IceState, Side, SkinMethod};
    let (mut ice, mut bilag) = (IceSheet::default(), BilagSheet::default());
    ice.mark_rest(&IcePoint::ALL, IceState::Done);
    ice.mark(IcePoint::CountingBack, IceState::Failed);
    bilag.mark(BilagDomain::Haematological, BilagState::NewB);
    let every = Interval::EveryDays("3".to_owned());
    let line = DoseLine { dose: "5".into(), interval: every, pulse: true, ..DoseLine::default() };
    let mut course = filled();
    for edit in [
        Edit::Joint(Joint { name: JointName::Mcp2, side: Side::Left }, JointState::Inflamed),
        Edit::Doses(DoseSheet { lines: vec![line, DoseLine::default()] }),
        Edit::SkinMethod(Some(SkinMethod::Maximum)),
        Edit::Ice(ice),
        Edit::Bilag(bilag),
    ] {
        course.apply(edit);
    }
    let text = exported(&course);
    let opened = imported(&text).expect("read").course;
    let sheets =
        |course: &Course| course.visits().map(|visit| visit.worksheets.clone()).collect::<Vec<_>>();
    assert_eq!(sheets(&opened), sheets(&course));
    for (from, to) in [
        ("mcp_2_left", "mcp_9_left"),
        ("every_days", "daily"),
        ("maximum", "most"),
        ("counting_back", "counting_on"),
        ("\"failed\"", "\"unsure\""),
        ("haematological", "blood"),
        ("new_b", "new_c"),
    ] {
        assert!(text.contains(from), "{from} in {text}");
        let path = match imported(&text.replacen(from, to, 1)) {
            Err(FileProblem::Broken { path }) => path,
            other => panic!("{to}: {other:?}"),
        };
        assert!(path.contains("/worksheets/"), "{path}");
    }
}
