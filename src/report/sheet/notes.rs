//! What else stands on a sheet: decisions, treatment, worksheets.

use super::Maker;
use crate::report::event_name;
use crate::report::note::one_line;
use crate::session::worksheet::{Interval, Joint, JointState};
use crate::session::{Aside, Event};

impl Maker<'_> {
    /// What else was written down, where it was.
    pub(super) fn notes(&self) -> Vec<(&'static str, String)> {
        let words = self.words;
        let method = self.writer.visit.worksheets.skin_method;
        let method = method.map(|method| self.writer.language.worksheet(method.code()));
        let notes = [
            (words.decisions, self.writer.decisions().join(" ")),
            (words.treatment, self.events()),
            (words.doses, self.doses()),
            (words.joints, self.joints()),
            (words.skin_method, method.unwrap_or_default().to_lowercase()),
            (words.sampled, self.beside(Aside::Sampled)),
            (words.confirmed, self.beside(Aside::Confirmed)),
        ];
        notes.into_iter().filter(|(_, note)| !note.is_empty()).collect()
    }

    /// What happened beside the visits.
    fn events(&self) -> String {
        let event = |event: &Event| {
            let said =
                [vec![event_name(event, self.writer.language)], self.days(&event.when)].concat();
            said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<String>>().join(", ")
        };
        let events: Vec<String> = self.writer.course.events.iter().map(event).collect();
        events.join("; ")
    }

    /// The glucocorticoids, as they were typed.
    fn doses(&self) -> String {
        let language = self.writer.language;
        let words = language.worksheets();
        let mut lines: Vec<String> = Vec::new();
        for line in &self.writer.visit.worksheets.doses.lines {
            let drug = if line.drug.is_empty() { "prednisolone" } else { line.drug.as_str() };
            let often = match &line.interval {
                Interval::EveryDays(days) => {
                    format!("{} {days} {}", self.words.every, language.page().days)
                }
                often @ (Interval::Daily
                | Interval::TwiceDaily
                | Interval::AlternateDays
                | Interval::Weekly) => language.worksheet(often.code()).to_owned(),
            };
            let mut said = format!("{} {} mg", language.drug(drug), line.dose.trim());
            let days = line.days.trim();
            let days = (!days.is_empty()).then(|| format!("{days} {}", language.page().days));
            let pulse = line.pulse.then(|| words.pulse.to_owned());
            for more in [Some(often), days, pulse].into_iter().flatten() {
                said = format!("{said}, {}", more.to_lowercase());
            }
            lines.push(said);
        }
        lines.join("; ")
    }

    /// The joints that were marked as inflamed.
    fn joints(&self) -> String {
        let language = self.writer.language;
        let marked = self.writer.visit.worksheets.joints.marked();
        let inflamed = marked.filter(|(_, state)| *state == JointState::Inflamed);
        let named = |(joint, _): (Joint, JointState)| {
            let side = language.worksheet(joint.side.code()).to_lowercase();
            format!("{} {side}", language.worksheet(joint.name.code()))
        };
        inflamed.map(named).collect::<Vec<String>>().join(", ")
    }

    /// What is written beside the entries, each with its item.
    fn beside(&self, aside: Aside) -> String {
        let records = self.writer.records();
        let written = records.iter().filter(|(_, record)| !record.aside(aside).trim().is_empty());
        let written = written.map(|(item, record)| {
            let label = self.writer.language.item(*item).label;
            format!("{label} {}", one_line(record.aside(aside)))
        });
        written.collect::<Vec<String>>().join("; ")
    }
}
