//! What else stands on a sheet: decisions, treatment, worksheets.

use super::{Maker, Tone};
use crate::items::Item;
use crate::report::event_name;
use crate::report::note::one_line;
use crate::session::worksheet::{BilagState, IceState, Interval, Joint, JointState, parts};
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
            (words.strength, self.parts_of(Item::Strength)),
            (words.function, self.parts_of(Item::Haq)),
            (words.ice, self.ice()),
            (words.bilag, self.bilag()),
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

    /// What was entered for the parts of a total, where nothing asks for them
    /// one by one: those stand among the answers.
    fn parts_of(&self, total: Item) -> String {
        let asked = self.writer.course.items_at(self.writer.visit.occasion);
        let is_asked = |part: &Item| asked.contains(part);
        if !asked.contains(&total) || parts(total).iter().any(is_asked) {
            return String::new();
        }
        let told = parts(total).iter().filter_map(|part| {
            let (said, tone, _) = self.said(*part, self.writer.visit.record(*part))?;
            let label = self.writer.language.item(*part).label;
            (tone != Tone::Quiet).then(|| format!("{label} {}", said.to_lowercase()))
        });
        told.collect::<Vec<String>>().join("; ")
    }

    /// The points of the ICE score that were tested.
    fn ice(&self) -> String {
        let sheet = &self.writer.visit.worksheets.ice;
        let marked = sheet.marked().map(|(point, state)| (point.code(), state.code()));
        self.in_states(marked.collect(), &[IceState::Done, IceState::Failed].map(IceState::code))
    }

    /// The domains of BILAG that were looked up.
    fn bilag(&self) -> String {
        let sheet = &self.writer.visit.worksheets.bilag;
        let marked = sheet.marked().map(|(domain, state)| (domain.code(), state.code()));
        let states = [BilagState::NewA, BilagState::NewB, BilagState::NotNew];
        self.in_states(marked.collect(), &states.map(BilagState::code))
    }

    /// Codes of a worksheet, state by state: "Failed: year, month".
    fn in_states(&self, marked: Vec<(&str, &str)>, states: &[&str]) -> String {
        let word = |code: &str| self.writer.language.worksheet_heard(code);
        let told = states.iter().filter_map(|state| {
            let of_state = marked.iter().filter(|(_, marked)| marked == state);
            let words: Vec<String> = of_state.map(|(code, _)| word(code).to_lowercase()).collect();
            (!words.is_empty()).then(|| format!("{}: {}", word(state), words.join(", ")))
        });
        told.collect::<Vec<String>>().join("; ")
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
