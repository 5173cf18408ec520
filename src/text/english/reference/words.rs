//! The words that stand as they are.

use crate::text::ReferenceText;

/// The words that stand as they are.
pub(super) static REFERENCE: ReferenceText = ReferenceText {
    lead: "A page for each instrument, made from the table that scores it: what it reads, its \
           weights and operators, its rule sets and warnings, what it is not for, and where \
           each rule was read.",
    contents: "On this page",
    generated: "Made from the table that scores it. A test holds this file against that table.",
    preview: "A preview: it rests on a single secondary source. Hold it against the authors’ own \
              calculator before you use what it gives.",
    preview_mark: "preview",

    not_for: "What it is not for",
    result: "What it gives",
    bands: "Bands",
    levels: "Levels, from the lowest up",
    banded: "The band that the score falls in; the rule set names the bands.",
    clinical: "A clinical score as well: the same without complement and anti-dsDNA.",
    reads: "What it reads",
    reads_lead: "Whatever else a visit holds changes nothing here. Where a measured value stands \
                 for a finding, an entry of the finding itself comes first unless said otherwise.",
    items: "What each item is",
    calculation: "How it is calculated",
    constants: "Numbers that the rule takes besides",
    doses: "Equivalent doses",
    rule_sets: "Rule sets",
    no_rule_set: "There is one only.",
    left_open: "What an open answer does",
    left_open_always: "What nobody assessed is unknown, and never taken as absent, normal or \
                       zero. A result lists what could still change it, and nothing else.",
    warnings: "Warnings",
    warnings_lead: "What a result can say beside itself. None of these changes the result.",
    no_warning: "It gives none.",
    sources: "Sources",
    evidence: "How well a rule is confirmed",

    instrument: "Instrument",
    measures: "What it measures",
    main_source: "Main source",
    all: "All instruments",
    gives: "Gives",
    item: "Item",
    answer: "Answer",
    counts: "What counts",
    measured_by: "From values",
    row: "Row",
    rule: "Rule",
    under: "Rule set",
    confirmed_by: "Confirmed by",
    confirmed: "Where it stands",
    band: "Band",
    score: "Score",
    value: "Value",
    meaning: "Meaning",
    drug: "Drug",
    equivalent: "As much as 5 mg of prednisolone",
    warning: "Warning",
    when: "When",
    tag: "Tag",
    default: "used unless chosen",
    always: "all",
};
