//! A course as a table: comma-separated values, one row a visit.
//!
//! Decimals have a point. What else there is to say of the format stands where
//! it is written.

use super::csv::Csv;
use super::number::Number;
use super::result::rule_set;
use super::stated::Stated;
use crate::contract::Json;
use crate::instruments::Definition;
use crate::items::Item;
use crate::scoring::{Bounds, Category, Exact, Judgement, Mention, Role, Verdict, Warning};
use crate::session::{Aside, Course, Entry, Read, Reader, Record, Scored, Standing, VisitDraft};

/// Writes a course as a table.
///
/// The columns of an instrument begin with its id, those of an item with its
/// own. An item has its state or value as it was read, and where nothing could
/// be read, what was typed; `<item>.origin` tells which: `entered`, `bulk`,
/// `carried` (not scored), `unreadable` (not scored), `unassessable`, or
/// `worksheet` (counted there). Columns beside it are there where any visit has
/// something in them.
#[must_use]
pub fn table(course: &Course) -> String {
    let mut reader = Reader::default();
    reader.read(course);
    let rows: Vec<Row> = course
        .visits()
        .filter_map(|visit| {
            let read = reader.of(visit.id)?;
            Some(Row { course, visit, read, scored: reader.score(course, visit.id) })
        })
        .collect();
    let mut columns = visit_columns(&rows);
    for (instrument, _) in course.chosen() {
        columns.extend(instrument_columns(instrument.definition(), &rows));
    }
    // What a worksheet counts is an answer without an entry.
    let is_told = |row: &Row, item| row.record(item).is_some() || row.answer(item).is_some();
    for item in Item::all().filter(|item| rows.iter().any(|row| is_told(row, *item))) {
        columns.extend(item_columns(item, &rows));
    }
    written(&columns, rows.len())
}

/// A visit, read and scored.
struct Row<'a> {
    course: &'a Course,
    visit: &'a VisitDraft,
    read: &'a Read,
    scored: Vec<Scored>,
}

/// A column: its name, and a cell a visit.
struct Column {
    name: String,
    cells: Vec<String>,
}

impl Row<'_> {
    fn record(&self, item: Item) -> Option<&Record> {
        self.visit.record(item)
    }

    fn scored(&self, definition: &Definition) -> Option<&Scored> {
        self.scored.iter().find(|scored| scored.definition().id == definition.id)
    }

    /// What an instrument says of this visit.
    fn judgement(&self, definition: &Definition) -> Option<&Judgement> {
        self.scored(definition)?.assessed().map(|assessed| &assessed.assessment.judgement)
    }

    /// What was read for an item.
    fn answer(&self, item: Item) -> Option<&Json<'static>> {
        self.read.answers.member(item.id())
    }
}

/// Makes a column of a cell a visit.
fn column<'a>(name: &str, rows: &[Row<'a>], cell: impl Fn(&Row<'a>) -> String) -> Column {
    Column { name: name.to_owned(), cells: rows.iter().map(cell).collect() }
}

/// Which visit of which patient it is.
fn visit_columns(rows: &[Row]) -> Vec<Column> {
    vec![
        column("pseudonym", rows, |row| row.course.pseudonym.clone()),
        column("visit", rows, |row| row.visit.label.clone()),
        column("occasion", rows, |row| row.visit.occasion.code().to_owned()),
        column("when", rows, |row| row.visit.when.clone()),
        column("day", rows, |row| {
            row.course.day(row.visit).map(|day| day.to_string()).unwrap_or_default()
        }),
        column("sampled", rows, |row| row.visit.sampled.clone()),
        column("is_baseline", rows, |row| truth(row.visit.id == row.course.baseline())),
    ]
}

/// What an instrument says, as the contract names it.
fn instrument_columns(definition: &'static Definition, rows: &[Row]) -> Vec<Column> {
    let told = |name: &str, cell: fn(&Judgement) -> String| {
        let name = format!("{}.{name}", definition.id);
        column(&name, rows, |row| row.judgement(definition).map(cell).unwrap_or_default())
    };
    let mut columns = vec![
        told("score", |it| number(it.score.and_then(Bounds::known))),
        told("min", |it| number(it.score.map(Bounds::lowest))),
        told("max", |it| number(it.score.map(Bounds::highest))),
        told("verdict", |it| it.verdict.map_or("", Verdict::code).to_owned()),
        told("category", |it| match it.category {
            Some(Category::Known(name)) => name.to_owned(),
            Some(Category::Open) | None => String::new(),
        }),
        column(&format!("{}.status", definition.id), rows, |row| status(row.scored(definition))),
        column(&format!("{}.rule_set", definition.id), rows, |row| {
            row.scored(definition).map(|it| rule_set(definition, it.choices)).unwrap_or_default()
        }),
        told("missing", |it| spaced(it.missing.iter().map(mention))),
        told("warnings", |it| spaced(it.warnings.iter().map(warning))),
    ];
    let has_clinical =
        |row: &Row| row.judgement(definition).is_some_and(|it| it.clinical.is_some());
    if rows.iter().any(has_clinical) {
        columns.extend([
            told("clinical_score", |it| number(it.clinical.and_then(Bounds::known))),
            told("clinical_min", |it| number(it.clinical.map(Bounds::lowest))),
            told("clinical_max", |it| number(it.clinical.map(Bounds::highest))),
        ]);
    }
    columns
}

/// How far a result is settled, or why there is none.
fn status(scored: Option<&Scored>) -> String {
    let status = match scored.map(|scored| &scored.standing) {
        Some(Standing::Assessed(it)) if it.assessment.judgement.is_complete() => "complete",
        Some(Standing::Assessed(_)) => "partial",
        Some(Standing::Refused(_)) => "refused",
        Some(Standing::IsBaseline) => "no_baseline_before",
        None => "",
    };
    status.to_owned()
}

fn mention(mention: &Mention) -> String {
    match mention.role {
        Role::Current => mention.id.to_owned(),
        role @ (Role::Previous | Role::Baseline) => format!("{}.{}", role.key(), mention.id),
    }
}

/// A warning, and the option that it is about.
fn warning(warning: &Warning) -> String {
    let option = warning.option.map(|option| format!(":{option}")).unwrap_or_default();
    warning.code.code().to_owned() + &option
}

/// What was entered for an item.
fn item_columns(item: Item, rows: &[Row]) -> Vec<Column> {
    let stated = |row: &Row, part: fn(Stated) -> String| {
        let answer = row.answer(item);
        let stated = answer.and_then(|answer| Stated::of(item, answer, "-"));
        stated.map(part).unwrap_or_default()
    };
    let aside = |row: &Row, aside: Aside| {
        row.record(item).map_or("", |record| record.aside(aside)).to_owned()
    };
    let beside = [
        ("unit", column("unit", rows, |row| stated(row, |it| it.unit.to_owned()))),
        ("limit", column("limit", rows, |row| stated(row, |it| it.limit.to_owned()))),
        ("drug", column("drug", rows, |row| stated(row, |it| it.drug.to_owned()))),
        ("origin", column("origin", rows, |row| origin(row, item).to_owned())),
        ("reason", column("reason", rows, |row| aside(row, Aside::Reason))),
        ("sampled", column("sampled", rows, |row| aside(row, Aside::Sampled))),
        ("confirmed", column("confirmed", rows, |row| aside(row, Aside::Confirmed))),
    ];
    let beside = beside
        .into_iter()
        .filter(|(_, column)| column.cells.iter().any(|cell| !cell.is_empty()))
        .map(|(name, column)| Column { name: format!("{}.{name}", item.id()), ..column });
    std::iter::once(column(item.id(), rows, |row| value(row, item))).chain(beside).collect()
}

/// What was read for an item, or what was entered and not read.
fn value(row: &Row, item: Item) -> String {
    match row.answer(item) {
        Some(Json::Text(code)) => return code.to_string(),
        Some(Json::Bool(attested)) => return truth(*attested),
        Some(answer) => {
            let stated = Stated::of(item, answer, "-");
            return stated.map(|stated| stated.number).unwrap_or_default();
        }
        None => {}
    }
    match row.visit.entry(item) {
        Some(Entry::Finding(finding)) => finding.code().to_owned(),
        Some(Entry::Attested(attested)) => truth(*attested),
        Some(Entry::Choice(code)) => (*code).to_owned(),
        Some(Entry::Typed(typed)) => typed.value.clone(),
        None => String::new(),
    }
}

/// How an entry came to be, and whether it counts.
fn origin(row: &Row, item: Item) -> &'static str {
    let record = row.record(item);
    let is_entered = record.is_some_and(|record| record.entry.is_some());
    match record {
        _ if !is_entered && row.answer(item).is_some() => "worksheet",
        None => "",
        Some(record) if record.entry.is_none() && record.unassessable => "unassessable",
        Some(record) if record.entry.is_none() => "",
        Some(record) if !record.is_carried() && row.read.is_unused(item) => "unreadable",
        Some(record) => record.origin.code(),
    }
}

/// A number as the contract writes it.
fn number(number: Option<Exact>) -> String {
    let number = number.and_then(|number| serde_json::to_string(&Number(number)).ok());
    number.unwrap_or_default()
}

fn truth(truth: bool) -> String {
    if truth { "true" } else { "false" }.to_owned()
}

fn spaced(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join(" ")
}

/// The columns as a file.
fn written(columns: &[Column], rows: usize) -> String {
    let mut file = Csv::default();
    file.row(columns.iter().map(|column| column.name.as_str()));
    for at in 0..rows {
        file.row(columns.iter().map(|it| it.cells.get(at).map_or("", String::as_str)));
    }
    file.written()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::Finding;
    use crate::session::{Edit, Event, Field, Insert, Timing};

    /// The cells of a file, read as RFC 4180 has them: row by row.
    fn read(file: &str) -> Vec<Vec<String>> {
        let file = file.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut rows = vec![vec![String::new()]];
        let mut quoted = false;
        let mut letters = file.chars().peekable();
        while let Some(letter) = letters.next() {
            let row = rows.last_mut().expect("a row");
            let cell = row.last_mut().expect("a cell");
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(String::new()),
                '\r' if !quoted => {
                    assert_eq!(letters.next(), Some('\n'), "a row ends in two characters");
                    rows.push(vec![String::new()]);
                }
                '\n' if !quoted => panic!("a line ends alone"),
                letter => cell.push(letter),
            }
        }
        assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row has an end");
        let width = rows[0].len();
        assert!(rows.iter().all(|row| row.len() == width), "{rows:?}");
        rows
    }

    /// The cells of a column.
    fn cells(course: &Course, name: &str) -> Vec<String> {
        let rows = read(&table(course));
        let at = rows[0].iter().position(|header| header == name);
        let at = at.unwrap_or_else(|| panic!("{name} in {:?}", rows[0]));
        rows[1..].iter().map(|row| row[at].clone()).collect()
    }

    fn course(edits: impl IntoIterator<Item = Edit>) -> Course {
        let mut course = Course::default();
        for edit in edits {
            course.apply(edit);
        }
        course
    }

    fn typed(item: Item, field: Field, text: &str) -> Edit {
        Edit::Type(item, field, text.to_owned())
    }

    fn filled() -> Course {
        course([
            Edit::Timing(Timing::Days),
            Edit::Pseudonym("P-7".into()),
            Edit::AddEvent(Event {
                label: "infusion".into(),
                when: "0".into(),
                is_day_zero: true,
                ..Event::default()
            }),
            Edit::Choose("sledai-2k", true),
            Edit::Choose("acr-eular-myositis-2016", true),
            Edit::Laboratory(Item::C3, Field::Limit, "0,9".into()),
            Edit::Label("before".into()),
            Edit::When("-14".into()),
            Edit::Find(Item::Rash, Finding::Present),
            Edit::Find(Item::Leukopenia, Finding::OtherCause),
            Edit::Write(Item::Leukopenia, Aside::Reason, "drug, likely".into()),
            Edit::Unassessable(Item::Cva, true),
            typed(Item::C3, Field::Value, "0,7"),
            typed(Item::Pga, Field::Value, "about 1"),
            Edit::Add(Insert::AtEnd),
            Edit::Label("after".into()),
            Edit::When("28".into()),
            Edit::RestAbsent(vec![Item::Rash]),
        ])
    }

    #[test]
    fn a_visit_has_a_row_and_its_days() {
        let course = filled();
        assert_eq!(cells(&course, "pseudonym"), ["P-7", "P-7"]);
        assert_eq!(cells(&course, "visit"), ["before", "after"]);
        assert_eq!(cells(&course, "day"), ["-14", "28"]);
        assert_eq!(cells(&course, "is_baseline"), ["true", "false"]);
    }

    #[test]
    fn an_instrument_has_columns_as_the_contract_names_them() {
        let course = filled();
        assert_eq!(cells(&course, "sledai-2k.score"), ["", ""]);
        assert_eq!(cells(&course, "sledai-2k.min"), ["4", "0"]);
        assert_eq!(cells(&course, "sledai-2k.clinical_min"), ["2", "0"]);
        assert_eq!(cells(&course, "sledai-2k.status"), ["partial", "partial"]);
        let rule_set = "sledai-2k/five_level/10";
        assert_eq!(cells(&course, "sledai-2k.rule_set"), [rule_set, rule_set]);
        let missing = cells(&course, "sledai-2k.missing");
        assert!(missing[0].starts_with("seizure psychosis "), "{missing:?}");
        let status = cells(&course, "acr-eular-myositis-2016.status");
        assert_eq!(status, ["no_baseline_before", "partial"]);
        let missing = cells(&course, "acr-eular-myositis-2016.missing");
        assert!(missing[1].contains("baseline.haq"), "{missing:?}");
        let headers = &read(&table(&course))[0];
        assert!(!headers.iter().any(|it| it.starts_with("acr-eular-myositis-2016.clinical")));
        assert!(!headers.iter().any(|it| it.starts_with("doris-2021")));
    }

    #[test]
    fn an_item_tells_its_value_and_how_it_came_to_be() {
        let course = filled();
        assert_eq!(cells(&course, "rash"), ["present", "absent"]);
        assert_eq!(cells(&course, "rash.origin"), ["entered", "bulk"]);
        assert_eq!(cells(&course, "c3"), ["0.7", ""]);
        assert_eq!(cells(&course, "c3.limit"), ["0.9", ""], "of the laboratory");
        assert_eq!(cells(&course, "pga"), ["about 1", ""]);
        assert_eq!(cells(&course, "pga.origin"), ["unreadable", ""]);
        assert_eq!(cells(&course, "cva.origin"), ["unassessable", ""]);
        assert_eq!(cells(&course, "leukopenia.reason"), ["drug, likely", ""]);
        let headers = &read(&table(&course))[0];
        assert!(!headers.contains(&"rash.unit".to_owned()), "a column without a cell");
        assert!(!headers.contains(&"fever".to_owned()), "nobody answered");
    }

    #[test]
    fn a_value_with_a_comparator_or_as_a_range_is_written_as_it_was_stated() {
        let course = course([
            typed(Item::Crp, Field::Value, "<0,3"),
            typed(Item::Crp, Field::Unit, "mg/dL"),
            typed(Item::UrineRbcHpf, Field::Value, "5-10"),
        ]);
        assert_eq!(cells(&course, "crp"), ["<0.3"]);
        assert_eq!(cells(&course, "urine_rbc_hpf"), ["5-10"]);
        assert_eq!(cells(&course, "urine_rbc_hpf.origin"), ["entered"]);
    }

    #[test]
    fn what_was_carried_over_is_told_from_what_was_entered() {
        let mut course = filled();
        course.open_at(course.baseline());
        course.apply(Edit::CopyLast);
        assert_eq!(cells(&course, "rash.origin"), ["entered", "bulk", "carried"]);
    }

    #[test]
    fn hostile_texts_come_back_as_they_were_behind_an_apostrophe() {
        let hostile = "=HYPERLINK(\"x\",\r\n\"y\");a";
        let course = course([
            Edit::Pseudonym(hostile.into()),
            Edit::Label(hostile.into()),
            Edit::When(hostile.into()),
            typed(Item::Pga, Field::Value, hostile),
            Edit::Write(Item::Pga, Aside::Reason, hostile.into()),
        ]);
        for name in ["pseudonym", "visit", "when", "pga", "pga.reason"] {
            assert_eq!(cells(&course, name), [format!("'{hostile}")], "{name}");
        }
    }

    #[test]
    fn what_a_worksheet_counts_is_an_answer() {
        use crate::session::worksheet::{IcePoint, IceSheet, IceState};
        let mut sheet = IceSheet::default();
        sheet.mark_rest(&IcePoint::ALL, IceState::Done);
        let course = course([Edit::Ice(sheet)]);
        assert_eq!(cells(&course, "ice_score"), ["10"]);
        assert_eq!(cells(&course, "ice_score.origin"), ["worksheet"]);
    }
}
