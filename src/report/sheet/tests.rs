//! What a sheet says of a visit.

use super::*;
use crate::items::Item;
use crate::scoring::Finding;
use crate::session::worksheet::Interval;
use crate::session::{Aside, Edit, Event, Field, Insert};
use crate::text::ENGLISH;

/// The sheet of the open visit of an edited course.
fn made(edits: impl IntoIterator<Item = Edit>) -> Sheet {
    let mut course = Course::default();
    for edit in edits {
        course.apply(edit);
    }
    let mut reader = Reader::default();
    reader.read(&course);
    sheet(&course, &reader, course.open(), &ENGLISH).expect("the open visit")
}

fn lupus(edits: impl IntoIterator<Item = Edit>) -> Sheet {
    made([Edit::Choose("sledai-2k", true)].into_iter().chain(edits))
}

fn typed(item: Item, text: &str) -> Edit {
    Edit::Type(item, Field::Value, text.to_owned())
}

fn unit(item: Item, text: &str) -> Edit {
    Edit::Type(item, Field::Unit, text.to_owned())
}

fn limit(item: Item, text: &str) -> Edit {
    Edit::Type(item, Field::Limit, text.to_owned())
}

/// The row of an item: its value with its sign, and its tone.
fn row(sheet: &Sheet, item: Item) -> Option<(String, Tone)> {
    let label = ENGLISH.item(item).label;
    let row = sheet.groups.iter().flat_map(|group| &group.rows).find(|row| row.label == label)?;
    Some((format!("{}{}", row.value, row.sign), row.tone))
}

fn signs(sheet: &Sheet) -> Vec<&str> {
    sheet.signs.iter().map(|(sign, _)| *sign).collect()
}

fn assert_row(sheet: &Sheet, item: Item, value: &str, tone: Tone) {
    assert_eq!(row(sheet, item), Some((value.to_owned(), tone)), "{item:?}");
}

#[test]
fn a_blank_visit_is_no_sheet_of_zeros() {
    let sheet = lupus([]);
    assert_eq!(sheet.name, "Visit 1");
    assert_eq!((sheet.when.len(), sheet.notes.len(), sheet.signs.len()), (0, 0, 0));
    let [score] = sheet.scores.as_slice() else { panic!("one score") };
    assert_eq!((score.headline.as_str(), score.drawn.is_none()), ("Not yet", true));
    assert!(sheet.warnings.is_empty());
    let rows: Vec<&SheetRow> = sheet.groups.iter().flat_map(|group| &group.rows).collect();
    assert_eq!(rows.len(), 24);
    assert!(rows.iter().all(|row| row.value == "Not assessed" && row.tone == Tone::Quiet));
}

#[test]
fn an_answer_tells_how_it_came_about() {
    let sheet = lupus([
        Edit::Find(Item::Rash, Finding::Present),
        Edit::Find(Item::Alopecia, Finding::Absent),
        Edit::Find(Item::Fever, Finding::OtherCause),
        Edit::RestAbsent(vec![Item::Pleurisy]),
        Edit::Unassessable(Item::Psychosis, true),
        typed(Item::Platelets, "88"),
        unit(Item::Platelets, "10*9/L"),
        typed(Item::Wbc, "abc"),
        typed(Item::C3, "0.7"),
        limit(Item::C3, "0.9"),
    ]);
    assert_row(&sheet, Item::Rash, "Present", Tone::Strong);
    assert_row(&sheet, Item::Alopecia, "Absent", Tone::Plain);
    assert_row(&sheet, Item::Fever, "Other cause", Tone::Strong);
    assert_row(&sheet, Item::Pleurisy, "Absent*", Tone::Plain);
    assert_row(&sheet, Item::Psychosis, "Cannot be assessed", Tone::Quiet);
    assert_row(&sheet, Item::Thrombocytopenia, "Present†", Tone::Strong);
    assert_row(&sheet, Item::Platelets, "88 ×10⁹/L", Tone::Plain);
    assert_row(&sheet, Item::Leukopenia, "Not assessed", Tone::Quiet);
    assert_row(&sheet, Item::Wbc, "abc§", Tone::Quiet);
    assert_row(&sheet, Item::C3, "0.7 (lower limit 0.9)", Tone::Plain);
    assert_row(&sheet, Item::Seizure, "Not assessed", Tone::Quiet);
    assert_eq!(row(&sheet, Item::C4), None, "nothing was measured");
    assert_eq!(signs(&sheet), ["*", "†", "§"]);
}

#[test]
fn what_was_carried_over_is_shown_as_not_counted() {
    let sheet = lupus([
        Edit::Find(Item::Rash, Finding::Present),
        typed(Item::Crp, "5"),
        typed(Item::Platelets, "88"),
        unit(Item::Platelets, "10*9/L"),
        Edit::CopyLast,
    ]);
    assert_row(&sheet, Item::Rash, "Present‡", Tone::Quiet);
    assert_row(&sheet, Item::Platelets, "88 ×10⁹/L‡", Tone::Quiet);
    assert_row(&sheet, Item::Thrombocytopenia, "Not assessed", Tone::Quiet);
    assert_eq!(row(&sheet, Item::Crp), None, "read by nothing that is scored");
    assert_eq!(signs(&sheet), ["‡"]);
}

#[test]
fn a_finding_that_scores_take_differently_names_them() {
    let both = [
        Edit::Choose("selena-sledai", true),
        typed(Item::InflamedJoints, "2"),
        typed(Item::Upcr, "0.9"),
        unit(Item::Upcr, "g/g"),
    ];
    let sheet = lupus(both);
    let value = "Present (SLEDAI-2K); Absent (SELENA-SLEDAI)†";
    assert_row(&sheet, Item::Arthritis, value, Tone::Strong);
    // Whether it has risen is not known.
    let alone = made([
        Edit::Choose("selena-sledai", true),
        typed(Item::Upcr, "0.9"),
        unit(Item::Upcr, "g/g"),
    ]);
    assert_row(&alone, Item::Proteinuria, "open", Tone::Quiet);
}

#[test]
fn sites_of_the_skin_give_their_sum() {
    let graded = |sites: &[Item]| {
        let grades = sites.iter().map(|site| typed(*site, "2"));
        made([Edit::Choose("eustar-2017", true)].into_iter().chain(grades))
    };
    let all = graded(&Item::SKIN_SITES);
    assert_row(&all, Item::Mrss, "34†", Tone::Plain);
    assert_row(&all, Item::MrssFace, "2", Tone::Plain);
    let some = graded(&[Item::MrssFace, Item::MrssAbdomen]);
    assert_row(&some, Item::Mrss, "≥\u{a0}4†", Tone::Plain);
    assert_row(&graded(&[]), Item::Mrss, "Not assessed", Tone::Quiet);
}

#[test]
fn a_score_says_where_it_stands_what_changed_and_what_gave_points() {
    let sheet = lupus([
        Edit::Find(Item::Rash, Finding::Present),
        Edit::RestAbsent(Item::all().filter(|item| *item != Item::Rash).collect()),
        Edit::Add(Insert::AtEnd),
        Edit::Find(Item::Arthritis, Finding::Present),
        Edit::RestAbsent(Item::all().filter(|item| *item != Item::Arthritis).collect()),
    ]);
    let [score] = sheet.scores.as_slice() else { panic!("one score") };
    assert_eq!((score.headline.as_str(), score.level.as_str()), ("4", "Mild activity"));
    assert!(score.drawn.is_some());
    assert_eq!(score.rule_set, "SLEDAI-2K, five-level bands, 10-day window");
    assert_eq!(score.lines, ["Counted: arthritis 4."]);
    let changes = score.facts.iter().filter(|fact| fact.contains("since"));
    assert_eq!(changes.collect::<Vec<_>>(), ["+2 since baseline"], "the visit before is it");
    assert!(!score.facts.contains(&score.level), "{:?}", score.facts);
}

#[test]
fn every_criterion_is_told_once() {
    let sheet = made([
        Edit::Choose("doris-2021", true),
        Edit::Find(Item::Rash, Finding::Present),
        typed(Item::Pga, "2.3"),
    ]);
    let [score] = sheet.scores.as_slice() else { panic!("one score") };
    assert_eq!(
        (score.headline.as_str(), score.drawn.is_none()),
        ("Does not meet DORIS 2021", true)
    );
    assert_eq!(score.verdict, Some(Verdict::NotMet));
    assert_eq!(score.facts, ["Complete: nothing that is open could change it."]);
    let [criteria] = score.lines.as_slice() else { panic!("one line: {:?}", score.lines) };
    assert!(criteria.contains("physician global assessment (PGA) 2.3: not met"), "{criteria}");
}

#[test]
fn a_baseline_of_a_response_is_told_to_be_one() {
    let sheet = made([Edit::Choose("acr-eular-myositis-2016", true)]);
    let [score] = sheet.scores.as_slice() else { panic!("one score") };
    assert_eq!(score.headline, ENGLISH.workspace().is_baseline);
    assert_eq!(score.facts, [ENGLISH.workspace().is_baseline_help]);
}

#[test]
fn warnings_and_decisions_are_told() {
    let sheet = lupus([
        typed(Item::InflamedJoints, "3"),
        Edit::Find(Item::Arthritis, Finding::Absent),
        Edit::Write(Item::Arthritis, Aside::Reason, "osteoarthritis\nof the hands".into()),
        Edit::Write(Item::InflamedJoints, Aside::Sampled, "2026-03-01".into()),
    ]);
    let conflict = "Entries contradict each other, the value or the answer was used: arthritis.";
    assert_eq!(sheet.warnings, [conflict]);
    let said = "Decided by the clinician: arthritis absent (“osteoarthritis of the hands”).";
    let sampled = "Inflamed joints 2026-03-01".to_owned();
    assert_eq!(sheet.notes, [("Decisions", said.to_owned()), ("Sampled on", sampled)]);
}

#[test]
fn a_warning_is_told_once_and_names_its_scores() {
    let doris = || Edit::Choose("doris-2021", true);
    let stable = Edit::Attest(Item::TherapyStable, Some(true));
    let dose = [doris(), typed(Item::Glucocorticoid, "5"), stable];
    let sheet = lupus(dose);
    let exactly = "DORIS 2021: Exactly where sources differ: glucocorticoid dose.";
    assert!(sheet.warnings.iter().any(|warning| warning == exactly), "{:?}", sheet.warnings);
    let fever = [doris(), typed(Item::TemperatureMax, "39"), unit(Item::TemperatureMax, "Cel")];
    let cause = "Counted from the number alone, the cause was not confirmed: fever.";
    assert_eq!(lupus(fever).warnings, [cause]);
}

#[test]
fn a_visit_is_placed_by_its_date_and_its_day() {
    let infusion = Event {
        label: "Infusion".into(),
        when: "2026-01-05".into(),
        is_day_zero: true,
        ..Event::default()
    };
    let sheet = lupus([
        Edit::AddEvent(infusion),
        Edit::Label("Month\n 1".into()),
        Edit::When("2026-02-02".into()),
        Edit::Sampled("2026-02-01".into()),
        Edit::Pseudonym("P-017".into()),
    ]);
    assert_eq!((sheet.name.as_str(), sheet.pseudonym.as_str()), ("Month 1", "P-017"));
    assert_eq!(sheet.when, ["2026-02-02", "day 28", "Samples taken on 2026-02-01, day 27"]);
    assert_eq!(sheet.notes, [("Treatment days", "Infusion, 2026-01-05, day 0".to_owned())]);
    assert_eq!(sheet.diseases, ["Systemic lupus erythematosus"]);
    let days = lupus([Edit::Timing(Timing::Days), Edit::When("-9".into())]);
    assert_eq!(days.when, ["day \u{2212}9"]);
}

#[test]
fn the_foot_names_version_rule_sets_and_sources_once() {
    let sheet = lupus([Edit::Choose("selena-sledai", true)]);
    let foot = sheet.foot.join("\n");
    for said in [ENGINE, "sledai-2k/five_level/10; selena-sledai/", "Gladman 2002"] {
        assert!(foot.contains(said), "{said}: {foot}");
    }
    assert_eq!(foot.matches("Bombardier 1992").count(), 1, "{foot}");
    assert_eq!(sheet.foot.last().map(String::as_str), Some(ENGLISH.page().intended));
}

#[test]
fn worksheets_are_told_as_they_were_filled_in() {
    use crate::session::worksheet::{DoseLine, DoseSheet, Joint, JointState, SkinMethod};
    let knee = Joint::from_code("knee_left").expect("a joint");
    let line = |drug: &str, dose: &str, interval, days: &str, pulse| DoseLine {
        drug: drug.into(),
        dose: dose.into(),
        interval,
        days: days.into(),
        pulse,
    };
    let lines = vec![
        line("", "5", Interval::Daily, "", false),
        line("methylprednisolone", "500", Interval::EveryDays("2".into()), "6", true),
    ];
    let sheet = lupus([
        Edit::Joint(knee, JointState::Inflamed),
        Edit::Doses(DoseSheet { lines }),
        Edit::SkinMethod(Some(SkinMethod::Maximum)),
    ]);
    let doses = "Prednisolone 5 mg, once a day; Methylprednisolone 500 mg, once in 2 days, 6 days, \
                 pulse";
    assert_eq!(
        sheet.notes,
        [
            ("Glucocorticoids as taken", doses.to_owned()),
            ("Inflamed joints", "Knee left".to_owned()),
            ("Skin sites graded by", "highest grade of the site".to_owned()),
        ]
    );
    // There may be more: not every joint was examined.
    assert_row(&sheet, Item::InflamedJoints, "≥\u{a0}1", Tone::Plain);
}

#[test]
fn the_parts_of_a_total_are_told_with_it_unless_they_are_asked_themselves() {
    let graded = [
        Edit::Choose("acr-eular-myositis-2016", true),
        typed(Item::MmtNeckFlexors, "8"),
        typed(Item::MmtBicepsLeft, "eight"),
        typed(Item::HaqDressing, "1"),
        Edit::Find(Item::HaqDressingAid, Finding::Present),
    ];
    let sheet = made(graded.clone());
    let told = [
        ("Muscle groups", "Neck flexors 8".to_owned()),
        ("Categories of function", "Dressing 1; Dressing: aid or help present".to_owned()),
    ];
    assert_eq!(sheet.notes, told);
    let asked = [Edit::Choose("mmt8", true), Edit::Choose("haq-di", true)];
    let sheet = made(graded.into_iter().chain(asked));
    assert_eq!(sheet.notes, []);
    assert_row(&sheet, Item::MmtNeckFlexors, "8", Tone::Plain);
}

#[test]
fn points_and_domains_are_told_state_by_state() {
    use crate::session::worksheet::{
        BilagDomain, BilagSheet, BilagState, IcePoint, IceSheet, IceState,
    };
    let (mut ice, mut bilag) = (IceSheet::default(), BilagSheet::default());
    ice.mark(IcePoint::Month, IceState::Failed);
    ice.mark(IcePoint::City, IceState::Failed);
    ice.mark(IcePoint::Year, IceState::Done);
    bilag.mark(BilagDomain::Renal, BilagState::NewB);
    bilag.mark(BilagDomain::Ophthalmic, BilagState::NotNew);
    let sheet = made([Edit::Choose("sri", true), Edit::Ice(ice), Edit::Bilag(bilag)]);
    let told = [
        ("ICE, point by point", "Done: year; Failed: month, city".to_owned()),
        ("BILAG domains", "New B: renal; Not new: ophthalmic".to_owned()),
    ];
    assert_eq!(sheet.notes, told);
    assert_row(&sheet, Item::BilagNewB, "1\u{2013}8", Tone::Plain);
}
