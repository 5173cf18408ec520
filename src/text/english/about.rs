//! The words about the program itself.

use super::page::number;
use super::sentences::{capitalised, listed};
use super::{English, Language};
use crate::scoring::{Bands, Edge, Evidence};
use crate::text::{AboutText, Prose};

/// The words that stand as they are.
pub(super) static ABOUT: AboutText = AboutText {
    title: "About Rheumscore",
    purpose: Prose {
        heading: "What it is for",
        points: &[
            "Research, education and checking scores that were added up by hand.",
            "It adds up published scores of disease activity and response in lupus, systemic \
             sclerosis and myositis, row by row, so that every result can be redone on paper.",
            "It says what it does not know. What nobody assessed is never taken as absent: the \
             score becomes a range, and a verdict stays open.",
        ],
    },
    limits: Prose {
        heading: "What it is not",
        points: &[
            "Not CE-marked and not FDA-cleared as a medical device.",
            "Not to be used alone for treatment decisions. It recommends no drug and no dose.",
            "No diagnosis: a high number does not show that a patient has the disease, and a low \
             one does not rule it out. Whether a finding is caused by the disease is for the \
             clinician to say.",
            "No measure of damage, quality of life or prognosis.",
            "Not for lupus in children: their scores are out of scope. The myositis response has \
             a rule set for juvenile patients.",
            "No comparison of totals across instruments, versions, rule sets or windows.",
        ],
    },
    privacy: Prose {
        heading: "What becomes of what you enter",
        points: &[
            "Nothing leaves this device. Every score is computed here, and no entry is sent \
             anywhere.",
            "Nothing is kept when you close the page, unless you switch on that this device keeps \
             it.",
            "The browser keeps the program itself, so that it works without a network. When you \
             take a new version, this tab keeps the course while the page loads again, and erases \
             it there as soon as it is loaded.",
            "No cookies, no counting of visits, no requests to other sites. The page asks for its \
             own files and for nothing else.",
            "A file that you save stays where you save it. It holds what you typed: give a \
             pseudonym, never a name.",
            "Links to papers open another site, in a tab of their own, and tell it nothing of \
             what was entered.",
        ],
    },

    instruments: "Instruments and their sources",
    instruments_lead: "What each instrument measures, the choices it leaves open, and where its \
                       rules were read. Definitions of items are in our own words and stand \
                       beside each question.",
    id: "Name in files:",
    range: "Range:",
    cutoff: "Criterion met when the score is",
    options: "Rule set",
    default: "(used unless you choose)",
    sources: "Sources",

    evidence: "How well a rule is confirmed",
    evidence_lead: "Every row of a calculation, every cut-off, choice and source carries one of \
                    these tags. Only what is tagged as primary was read in the paper that \
                    published it.",

    keys: "Keys",
    keys_lead: "In the list of items. A letter answers and moves on to the next item; while you \
                type into a field, letters are text.",
    key: "Key",
    does: "What it does",
    shortcuts: &[
        ("Arrow down", "Next item"),
        ("Arrow up", "Previous item"),
        ("P", "Present"),
        ("A", "Absent"),
        ("N", "Not assessed"),
        ("O", "Other cause"),
        ("Enter", "Confirm what was carried over from the visit before"),
        ("Ctrl or Cmd + Enter", "Next open item"),
        ("Ctrl or Cmd + K", "Search an item"),
        ("Ctrl or Cmd + Z", "Undo"),
        ("Ctrl or Cmd + Shift + Z", "Redo"),
    ],

    licence: Prose {
        heading: "Licence",
        points: &[
            "The program is free software under the MIT licence or the Apache licence, version \
             2.0, at your choice. It comes without any warranty.",
            "The instruments are the work of the authors cited with them. Where you use one \
             commercially, ask its authors about their terms.",
        ],
    },

    copy: "This copy",
    version: "Version",
    development: "A development build, without a date. It was not published for use.",
    newer: "It is more than a year old. Rules may have been corrected since: look for a newer \
            copy where you found this one.",
};

/// Bands from the lowest up: "No activity up to 0, mild activity up to 5, severe
/// activity above that."
pub(super) fn bands(instrument: &str, bands: &Bands) -> String {
    let up_to = match bands.edge {
        Edge::Closed => "up to",
        Edge::Open => "below",
    };
    let above = match bands.edge {
        Edge::Closed => "above that",
        Edge::Open => "from there on",
    };
    let bands = bands.bands.iter().map(|band| {
        let name = English.category(instrument, band.name);
        match band.upper {
            Some(upper) => format!("{name} {up_to} {}", number(upper)),
            None => format!("{name} {above}"),
        }
    });
    format!("{}.", capitalised(&bands.collect::<Vec<String>>().join(", ")))
}

/// How many rows are known in which way.
pub(super) fn confirmed(rows: &[(Evidence, usize)]) -> String {
    let total: usize = rows.iter().map(|(_, rows)| rows).sum();
    let label = |evidence| English.evidence(evidence).label.to_ascii_lowercase();
    let ways: Vec<String> =
        rows.iter().map(|(evidence, rows)| format!("{rows} {}", label(*evidence))).collect();
    match rows {
        [(only, _)] => format!("Rows of the calculation: {total}, all {}.", label(*only)),
        _ => format!("Rows of the calculation: {total}, of which {}.", listed(&ways, "and")),
    }
}

/// When a copy was built.
pub(super) fn built(on: &str, days: Option<u32>) -> String {
    match days {
        None => format!("Built on {on}."),
        Some(0) => format!("Built on {on}, today."),
        Some(1) => format!("Built on {on}, 1 day ago."),
        Some(days) => format!("Built on {on}, {days} days ago."),
    }
}
