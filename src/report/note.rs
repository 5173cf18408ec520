//! A note for the record: what one visit comes to, in plain sentences.

use super::ENGINE;
use super::stated::Stated;
use crate::instruments::Assessment;
use crate::items::{Group, Item};
use crate::scoring::{Exact, Finding, Mention, Outcome, Part, Role, Verdict};
use crate::session::{
    Aside, Course, Entry, Origin, Read, Reader, Record, Scored, Standing, Timing, VisitDraft,
    VisitId,
};
use crate::text::{Language, NoteLine, NotedFinding, NotedPart, NotedValue, Then};

/// Writes a note on a visit: a paragraph on the visit, one for every score, and
/// one on how its entries came about. Nothing where there is no such visit.
#[must_use]
pub fn note(course: &Course, id: VisitId, language: &dyn Language) -> String {
    let mut reader = Reader::default();
    reader.read(course);
    let (Some(visit), Some(read)) = (course.visit(id), reader.of(id)) else {
        return String::new();
    };
    let writer = Writer { course, reader: &reader, visit, read, language };
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
struct Earlier<'a> {
    role: Role,
    label: &'a str,
    scored: Vec<Scored>,
}

/// What a note is about.
struct Writer<'a> {
    course: &'a Course,
    reader: &'a Reader,
    visit: &'a VisitDraft,
    read: &'a Read,
    language: &'a dyn Language,
}

impl<'a> Writer<'a> {
    fn heading(&self) -> Paragraph {
        let VisitDraft { label, when, .. } = self.visit;
        let day = self.course.day(self.visit);
        // A day that was typed is said once.
        let date = match (self.course.timing, day) {
            (Timing::Days, Some(_)) => "",
            (Timing::Days, None) | (Timing::Dates, _) => when.trim(),
        };
        vec![self.language.note(&NoteLine::Visit { label: label.trim(), date, day })]
    }

    /// A visit that this one is compared with. Where both are one, it is the
    /// baseline.
    fn earlier(&self, role: Role) -> Option<Earlier<'a>> {
        let id = self.course.compared(self.visit.id, role)?;
        if role == Role::Previous && id == self.course.baseline() {
            return None;
        }
        let label = self.course.visit(id)?.label.trim();
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
        for Earlier { role, label, scored } in earlier.iter().flatten() {
            let before = scored.iter().find(|it| it.definition().id == definition.id);
            let before = before.and_then(Scored::assessed).filter(|before| before.answered);
            if let Some(then) = before.and_then(|before| then(assessment, &before.assessment)) {
                lines.push(self.language.note(&NoteLine::Since { role: *role, label, then }));
            }
        }
        let (unassessable, open): (Vec<Mention>, Vec<Mention>) =
            judgement.missing.iter().partition(|mention| self.is_unassessable(**mention));
        if !open.is_empty() {
            lines.push(self.language.note(&NoteLine::Open(&open)));
        }
        if !unassessable.is_empty() {
            lines.push(self.language.note(&NoteLine::Unassessable(&unassessable)));
        }
        let warnings = judgement.warnings.iter();
        lines.extend(warnings.map(|warning| self.language.note(&NoteLine::Warned(warning))));
        lines
    }

    fn is_unassessable(&self, mention: Mention) -> bool {
        let item = Item::from_id(mention.id).filter(|_| mention.role == Role::Current);
        let record = item.and_then(|item| self.visit.record(item));
        record.is_some_and(|record| record.unassessable)
    }

    /// A part and the values that it rests on.
    fn part<'p>(&'p self, instrument: &'static str, part: &'p Part) -> NotedPart<'p> {
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
    fn value(&self, role: Role, item: Item) -> Option<NotedValue<'_>> {
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

    /// The paragraph on how the entries came about, where that is to be said.
    fn entries(&self) -> Paragraph {
        let mut lines = Vec::new();
        let mut say = |line: NoteLine| lines.push(self.language.note(&line));
        let records = self.records();
        let items = |holds: &dyn Fn(Item, &Record) -> bool| {
            let held = records.iter().filter(|(item, record)| holds(*item, record));
            held.map(|(item, _)| *item).collect::<Vec<Item>>()
        };
        let counts = |record: &Record| !record.is_carried();
        let other_cause: Vec<NotedFinding> = records
            .iter()
            .filter(|(_, record)| counts(record) && finding(record) == Some(Finding::OtherCause))
            .map(|(item, record)| NotedFinding {
                item: *item,
                values: self.values(Role::Current, *item),
                reason: record.aside(Aside::Reason).trim(),
            })
            .collect();
        if !other_cause.is_empty() {
            say(NoteLine::OtherCause(&other_cause));
        }
        for (item, record) in &records {
            let reason = record.aside(Aside::Reason).trim();
            let finding = finding(record);
            if counts(record) && !reason.is_empty() && finding != Some(Finding::OtherCause) {
                say(NoteLine::Decided { item: *item, finding, reason });
            }
        }
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
    fn records(&self) -> Vec<(Item, &'a Record)> {
        let asked = self.course.items();
        let is_asked = |item: Item| {
            asked.iter().any(|other| *other == item || other.measured_by().contains(&item))
        };
        self.visit.records().filter(|(item, _)| is_asked(*item)).collect()
    }
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
