//! A note for the record: what one visit comes to, in plain sentences.

use super::ENGINE;
use super::stated::Stated;
use crate::instruments::Assessment;
use crate::items::{Group, Item};
use crate::scoring::{Exact, Finding, Judgement, Mention, Outcome, Part, Role, Verdict};
use crate::session::worksheet::total_of;
use crate::session::{
    Aside, Assessed, Course, Entry, Origin, Read, Reader, Record, Scored, Standing, Timing,
    VisitDraft, VisitId,
};
use crate::text::{Language, NoteLine, NotedFinding, NotedPart, NotedValue, Then};

/// Writes a note on a visit: a paragraph on the visit, one for every score, and
/// one on how its entries came about. Nothing where there is no such visit.
#[must_use]
pub fn note(course: &Course, id: VisitId, language: &dyn Language) -> String {
    let mut reader = Reader::default();
    reader.read(course);
    let Some(writer) = Writer::of(course, &reader, id, language) else { return String::new() };
    let mut paragraphs = vec![writer.heading()];
    let earlier = [Role::Previous, Role::Baseline].map(|role| writer.earlier(role));
    paragraphs.extend(reader.score(course, id).iter().map(|scored| writer.score(scored, &earlier)));
    paragraphs.push(writer.entries());
    paragraphs.push(vec![language.note(&NoteLine::Signature { version: ENGINE })]);
    let paragraphs = paragraphs.into_iter().filter(|lines| !lines.is_empty());
    let paragraphs: Vec<String> = paragraphs.map(|lines| lines.join("\n")).collect();
    paragraphs.join("\n\n") + "\n"
}

/// Sentences, a line each.
type Paragraph = Vec<String>;

/// A visit that this one is compared with, scored.
pub(super) struct Earlier {
    pub(super) role: Role,
    label: String,
    scored: Vec<Scored>,
}

impl Earlier {
    /// What an instrument made of it, where it says something.
    pub(super) fn assessed(&self, instrument: &str) -> Option<&Assessed> {
        let before = self.scored.iter().find(|it| it.definition().id == instrument);
        before.and_then(Scored::assessed).filter(|before| before.answered)
    }
}

/// Tells of a visit, for a note as for a printed sheet.
pub(super) struct Writer<'a> {
    pub(super) course: &'a Course,
    reader: &'a Reader,
    pub(super) visit: &'a VisitDraft,
    pub(super) read: &'a Read,
    pub(super) language: &'a dyn Language,
}

impl<'a> Writer<'a> {
    /// Tells of a visit of a course that was read; nothing where there is no
    /// such visit.
    pub(super) fn of(
        course: &'a Course,
        reader: &'a Reader,
        id: VisitId,
        language: &'a dyn Language,
    ) -> Option<Writer<'a>> {
        let (visit, read) = (course.visit(id)?, reader.of(id)?);
        Some(Writer { course, reader, visit, read, language })
    }

    fn heading(&self) -> Paragraph {
        let VisitDraft { label, when, .. } = self.visit;
        let day = self.course.day(self.visit);
        // A day that was typed is said once.
        let date = match (self.course.timing, day) {
            (Timing::Days, Some(_)) => String::new(),
            (Timing::Days, None) | (Timing::Dates, _) => one_line(when),
        };
        let label = one_line(label);
        vec![self.language.note(&NoteLine::Visit { label: &label, date: &date, day })]
    }

    /// A visit that this one is compared with. Where both are one, it is the
    /// baseline.
    pub(super) fn earlier(&self, role: Role) -> Option<Earlier> {
        let id = self.course.compared(self.visit.id, role)?;
        if role == Role::Previous && id == self.course.baseline() {
            return None;
        }
        let label = one_line(&self.course.visit(id)?.label);
        Some(Earlier { role, label, scored: self.reader.score(self.course, id) })
    }

    /// The paragraph on a score.
    fn score(&self, scored: &Scored, earlier: &[Option<Earlier>]) -> Paragraph {
        let definition = scored.definition();
        let assessed = match &scored.standing {
            Standing::Assessed(assessed) => assessed,
            Standing::Refused(_) => {
                return vec![self.language.note(&NoteLine::Refused(definition))];
            }
            Standing::IsBaseline => {
                return vec![self.language.note(&NoteLine::IsBaseline(definition))];
            }
        };
        let (assessment, answered) = (&assessed.assessment, assessed.answered);
        let mut lines = vec![self.language.note(&NoteLine::Result { assessment, answered })];
        if !answered {
            return lines;
        }
        let judgement = &assessment.judgement;
        let counts = |part: &&Part| match part.outcome {
            Outcome::Points(points) => points.lowest() > Exact::ZERO,
            Outcome::Criterion(_) => true,
        };
        let parts = judgement.parts.iter().filter(counts);
        let parts: Vec<NotedPart> = parts.map(|part| self.part(definition.id, part)).collect();
        lines.push(self.language.note(&NoteLine::Counted(&parts)));
        for earlier in earlier.iter().flatten() {
            let before = earlier.assessed(definition.id);
            if let Some(then) = before.and_then(|before| then(assessment, &before.assessment)) {
                let Earlier { role, label, .. } = earlier;
                lines.push(self.language.note(&NoteLine::Since { role: *role, label, then }));
            }
        }
        lines.extend(self.missing(judgement));
        lines.extend(self.warned(judgement));
        lines
    }

    /// What is not known and could change a result.
    pub(super) fn missing(&self, judgement: &Judgement) -> Paragraph {
        let mut lines = Vec::new();
        let (unassessable, open): (Vec<Mention>, Vec<Mention>) =
            judgement.missing.iter().partition(|mention| self.is_unassessable(**mention));
        if !open.is_empty() {
            lines.push(self.language.note(&NoteLine::Open(&open)));
        }
        if !unassessable.is_empty() {
            lines.push(self.language.note(&NoteLine::Unassessable(&unassessable)));
        }
        lines
    }

    /// What is to be read with a result.
    pub(super) fn warned(&self, judgement: &Judgement) -> Paragraph {
        let warnings = judgement.warnings.iter();
        warnings.map(|warning| self.language.note(&NoteLine::Warned(warning))).collect()
    }

    fn is_unassessable(&self, mention: Mention) -> bool {
        let item = Item::from_id(mention.id).filter(|_| mention.role == Role::Current);
        let record = item.and_then(|item| self.visit.record(item));
        record.is_some_and(|record| record.unassessable)
    }

    /// A part and the values that it rests on.
    pub(super) fn part<'p>(&'p self, instrument: &'static str, part: &'p Part) -> NotedPart<'p> {
        let id = part.chosen.flatten().unwrap_or(part.id);
        let item = Item::from_id(id);
        let at = |role| item.map(|item| self.values(role, item)).unwrap_or_default();
        let mut values = match part.percent {
            Some(_) => at(Role::Baseline),
            None => Vec::new(),
        };
        values.extend(at(Role::Current));
        // A change that is not known has not two values to show.
        if part.percent.is_some() && values.len() != 2 {
            values.clear();
        }
        NotedPart { instrument, part, values }
    }

    /// The number of an item, else the measurements behind it, unless they are
    /// many.
    fn values(&self, role: Role, item: Item) -> Vec<NotedValue<'_>> {
        const MOST: usize = 3;
        let own: Vec<NotedValue> = self.value(role, item).into_iter().collect();
        let by = item.measured_by();
        if own.is_empty() && by.len() <= MOST {
            by.iter().filter_map(|by| self.value(role, *by)).collect()
        } else {
            own
        }
    }

    /// A number of a visit, as it was given.
    pub(super) fn value(&self, role: Role, item: Item) -> Option<NotedValue<'_>> {
        let id = self.course.compared(self.visit.id, role)?;
        let answer = self.reader.of(id)?.answers.member(item.id())?;
        let Stated { number, unit, limit, drug } = Stated::of(item, answer, "\u{2013}")?;
        let scale = item.kind().scale();
        let unit = match scale.and_then(|scale| scale.unit(unit)) {
            Some(listed) => self.language.unit(listed.code),
            None if unit.is_empty() => {
                scale.map_or("", |scale| self.language.unit(scale.canonical_code()))
            }
            None => unit,
        };
        Some(NotedValue { item, role, number, unit, limit, drug })
    }

    /// What the clinician decided, and why.
    pub(super) fn decisions(&self) -> Paragraph {
        let mut lines = Vec::new();
        let mut say = |line: NoteLine| lines.push(self.language.note(&line));
        let records = self.records();
        let other_cause: Vec<NotedFinding> = records
            .iter()
            .filter(|(_, record)| counts(record) && finding(record) == Some(Finding::OtherCause))
            .map(|(item, record)| NotedFinding {
                item: *item,
                values: self.values(Role::Current, *item),
                reason: one_line(record.aside(Aside::Reason)),
            })
            .collect();
        if !other_cause.is_empty() {
            say(NoteLine::OtherCause(&other_cause));
        }
        for (item, record) in &records {
            let reason = one_line(record.aside(Aside::Reason));
            let finding = finding(record);
            if counts(record) && !reason.is_empty() && finding != Some(Finding::OtherCause) {
                say(NoteLine::Decided { item: *item, finding, reason: &reason });
            }
        }
        lines
    }

    /// The paragraph on how the entries came about, where that is to be said.
    fn entries(&self) -> Paragraph {
        let mut lines = self.decisions();
        let mut say = |line: NoteLine| lines.push(self.language.note(&line));
        let records = self.records();
        let items = |holds: &dyn Fn(Item, &Record) -> bool| {
            let held = records.iter().filter(|(item, record)| holds(*item, record));
            held.map(|(item, _)| *item).collect::<Vec<Item>>()
        };
        let is_absent = |record: &Record| finding(record) == Some(Finding::Absent);
        let absent =
            grouped(&items(&|_, record| record.origin == Origin::Bulk && is_absent(record)));
        if !absent.is_empty() {
            say(NoteLine::TogetherAbsent(&absent));
        }
        let confirmed = items(&|_, record| {
            record.origin == Origin::Bulk && record.entry.is_some() && !is_absent(record)
        });
        if !confirmed.is_empty() {
            say(NoteLine::TogetherConfirmed(&confirmed));
        }
        let carried = items(&|_, record| record.is_carried());
        if !carried.is_empty() {
            say(NoteLine::Carried(&carried));
        }
        let unread = items(&|item, record| counts(record) && self.read.is_unused(item));
        if !unread.is_empty() {
            say(NoteLine::Unread(&unread));
        }
        lines
    }

    /// What was entered of all that is read by what is scored.
    pub(super) fn records(&self) -> Vec<(Item, &'a Record)> {
        let asked = self.course.items_at(self.visit.occasion);
        let is_asked = |item: Item| {
            asked.iter().any(|other| *other == item || other.measured_by().contains(&item))
                || total_of(item).is_some_and(|total| asked.contains(&total))
        };
        self.visit.records().filter(|(item, _)| is_asked(*item)).collect()
    }
}

/// Whether an answer is there that is not one of an earlier visit.
fn counts(record: &Record) -> bool {
    record.entry.is_some() && !record.is_carried()
}

/// A text as it stands among others: without what would break a line, and
/// without what would turn round the numbers after it.
#[must_use]
pub fn one_line(text: &str) -> String {
    let in_order: String = text.chars().filter(|character| !turns_round(*character)).collect();
    in_order.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character changes the direction of the text after it.
const fn turns_round(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn finding(record: &Record) -> Option<Finding> {
    match record.entry {
        Some(Entry::Finding(finding)) => Some(finding),
        Some(Entry::Attested(_) | Entry::Choice(_) | Entry::Typed(_)) | None => None,
    }
}

/// What a result was at another visit, where it is known at both.
fn then(now: &Assessment, before: &Assessment) -> Option<Then> {
    let (now, before) = (&now.judgement, &before.judgement);
    match (now.score, before.score) {
        (Some(now), Some(before)) => {
            let (now, score) = (now.known()?, before.known()?);
            Some(Then::Score { score, change: now - score })
        }
        _ => {
            let known = |verdict: &Verdict| *verdict != Verdict::Undetermined;
            now.verdict.filter(known)?;
            before.verdict.filter(known).map(Then::Verdict)
        }
    }
}

/// How many items there are of each group, in the order of a form.
fn grouped(items: &[Item]) -> Vec<(Group, usize)> {
    let mut groups: Vec<(Group, usize)> = Vec::new();
    for item in items {
        match groups.iter_mut().find(|(group, _)| *group == item.group()) {
            Some((_, findings)) => *findings += 1,
            None => groups.push((item.group(), 1)),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Edit, Field, Insert};
    use crate::text::ENGLISH;

    /// The lines of the note on the open visit.
    fn lines(edits: impl IntoIterator<Item = Edit>) -> Vec<String> {
        let mut course = Course::default();
        for edit in edits {
            course.apply(edit);
        }
        note(&course, course.open(), &ENGLISH).lines().map(str::to_owned).collect()
    }

    fn assert_says(lines: &[String], line: &str) {
        assert!(lines.iter().any(|other| other == line), "{line}\nis not in\n{}", lines.join("\n"));
    }

    fn typed(item: Item, text: &str) -> Edit {
        Edit::Type(item, Field::Value, text.to_owned())
    }

    fn unit(item: Item, text: &str) -> Edit {
        Edit::Type(item, Field::Unit, text.to_owned())
    }

    #[test]
    fn a_visit_is_named_by_what_is_known_of_it() {
        assert_eq!(lines([])[0], "Visit without a date");
        assert_eq!(lines([Edit::When("2026-01-02".into())])[0], "2026-01-02, day 0");
        let named = [Edit::Label("month\n 3".into()), Edit::Timing(Timing::Days)];
        assert_eq!(lines(named.clone())[0], "Month 3");
        let day = named.into_iter().chain([Edit::When("-9".into())]);
        assert_eq!(lines(day)[0], "Month 3, day \u{2212}9");
    }

    #[test]
    fn what_was_assumed_is_told() {
        let lines = lines([
            Edit::Choose("sledai-2k", true),
            typed(Item::Upcr, "0.47"),
            unit(Item::Upcr, "g/g"),
            typed(Item::Wbc, "2,1"),
            unit(Item::Wbc, "10*9/L"),
            typed(Item::InflamedJoints, "3"),
            Edit::Find(Item::Arthritis, Finding::Absent),
            Edit::Write(Item::Arthritis, Aside::Reason, "osteoarthritis\n of the hands".into()),
        ]);
        for line in [
            "Counted: leukopenia 1 (leukocytes 2.1 ×10⁹/L).",
            "Entries contradict each other, the value or the answer was used: arthritis.",
            "Counted from the number alone, the cause was not confirmed: leukopenia.",
            "Exactly where sources differ: proteinuria.",
            "Decided by the clinician: arthritis absent (“osteoarthritis of the hands”).",
        ] {
            assert_says(&lines, line);
        }
    }

    #[test]
    fn what_is_not_known_is_told_apart_from_what_cannot_be() {
        let lines = lines([
            Edit::Choose("eustar-2017", true),
            Edit::Find(Item::SkinWorsening, Finding::Absent),
            Edit::Find(Item::DigitalUlcers, Finding::Absent),
            Edit::Find(Item::TendonFrictionRubs, Finding::Present),
            typed(Item::Mrss, "0"),
            typed(Item::Crp, "about 3"),
            Edit::Unassessable(Item::DlcoPercent, true),
        ]);
        for line in [
            "EUSTAR 2017, mRSS up to 18 counted as 0.084 each: 2.25 to 5.5; whether it is met \
             cannot be told yet.",
            "Not known, and could change it: CRP.",
            "Cannot be assessed, and could change it: DLCO.",
            "Entered in a form that cannot be read, not counted: CRP.",
        ] {
            assert_says(&lines, line);
        }
    }

    #[test]
    fn a_rule_set_that_matters_is_told() {
        let lines = lines([
            Edit::Choose("eustar-2017", true),
            Edit::Find(Item::SkinWorsening, Finding::Absent),
            Edit::Find(Item::DigitalUlcers, Finding::Absent),
            Edit::Find(Item::TendonFrictionRubs, Finding::Present),
            typed(Item::Mrss, "3"),
            typed(Item::Crp, "5"),
            unit(Item::Crp, "mg/L"),
            typed(Item::DlcoPercent, "80"),
        ]);
        let line = "Another choice of “Skin score up to the cut-off” would give another verdict.";
        assert_says(&lines, line);
    }

    #[test]
    fn what_was_carried_over_is_not_counted_until_it_is_confirmed() {
        let carried = [
            Edit::Choose("sledai-2k", true),
            Edit::Find(Item::Rash, Finding::Present),
            Edit::Find(Item::Alopecia, Finding::Present),
            Edit::Find(Item::Fever, Finding::Absent),
            Edit::Find(Item::Cva, Finding::Absent),
            Edit::CopyLast,
            Edit::Confirm(vec![Item::Rash, Item::Fever]),
        ];
        let lines = lines(carried);
        for line in [
            "Examined together and absent: 1 finding (fever and inflammation 1).",
            "Confirmed together as they were at the visit before: rash.",
            "Carried over from the visit before and not confirmed, not counted: \
             cerebrovascular accident and alopecia.",
        ] {
            assert_says(&lines, line);
        }
    }

    #[test]
    fn a_change_is_told_since_the_visit_before_and_since_the_baseline() {
        let visit = |label: &str, score: &str| {
            [Edit::Label(label.into()), typed(Item::Mrss, score)].into_iter()
        };
        let rest = || {
            let findings = [Item::SkinWorsening, Item::DigitalUlcers, Item::TendonFrictionRubs];
            findings.into_iter().map(|item| Edit::Find(item, Finding::Absent)).chain([
                typed(Item::Crp, "0"),
                unit(Item::Crp, "mg/dL"),
                typed(Item::DlcoPercent, "90"),
            ])
        };
        let edits = [Edit::Choose("eustar-2017", true)]
            .into_iter()
            .chain(visit("a", "20"))
            .chain(rest())
            .chain([Edit::Add(Insert::AtEnd)])
            .chain(visit("b", "10"))
            .chain(rest())
            .chain([Edit::Add(Insert::AtEnd)])
            .chain(visit("c", "15"))
            .chain(rest());
        let lines = lines(edits);
        assert_says(&lines, "Change since the visit before (b): +0.42, from 0.84.");
        assert_says(&lines, "Change since the baseline (a): \u{2212}0.24, from 1.5.");
    }

    #[test]
    fn an_instrument_that_says_nothing_says_why() {
        let id = "acr-eular-myositis-2016";
        let baseline = lines([Edit::Choose(id, true)]);
        let name = "ACR/EULAR 2016 myositis response";
        let why = "not scored, as it measures a change and no baseline lies before this visit.";
        assert_says(&baseline, &format!("{name}: {why}"));
        let refused =
            lines([Edit::Choose(id, true), Edit::Option(id, 1, 3), Edit::Add(Insert::AtEnd)]);
        assert_says(&refused, &format!("{name}: not scored, its options exclude each other."));
        let blank = lines([Edit::Choose("eustar-2017", true)]);
        assert!(blank.iter().any(|line| line.ends_with("nothing that it reads was answered.")));
    }
}
