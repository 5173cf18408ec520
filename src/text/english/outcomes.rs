//! What a course comes to over its visits, in sentences.

use super::sentences::{capitalised, inside_sentence, listed};
use super::{English, page, workspace};
use crate::outcomes::{CountedFrom, Days, First, Flare, Mean, Run, RunEnd};
use crate::scoring::{Bounds, Category, Verdict};
use crate::text::{Language, OutcomeText, OutcomesText};

/// The words that stand as they are.
pub(super) static OUTCOMES: OutcomesText = OutcomesText {
    title: "What the course comes to",
    time: OutcomeText {
        title: "Time",
        rule: "Days are counted from the event that is day zero, else from the baseline. A visit \
               without a day lies between those that it stands between.",
    },
    adjusted_mean: OutcomeText {
        title: "Adjusted mean",
        rule: "The area below straight lines from score to score, divided by the days from the \
               first visit with a day to the last. Where scores are open, so is the mean.",
    },
    attained: OutcomeText {
        title: "Remission and low disease activity",
        rule: "First met: the days from day zero to the first visit that meets the definition. A \
               run goes from its first to its last visit that meets it; a visit that does not \
               ends it, and an undetermined one leaves it open. What lay between visits is not \
               known.",
    },
    drug_free: OutcomeText {
        title: "Remission off therapy",
        rule: "DORIS 2017 without glucocorticoid, immunosuppressant and biologic, whether or not \
               it was chosen to be scored. It is open while nobody said whether these are taken.",
    },
    flares: OutcomeText {
        title: "Flares since the visit before",
        rule: "The SELENA flare index, with the criteria that fired. Without those of medication \
               many flares are of a lower grade (Thanou 2014): the level that the others give \
               stands beside it.",
    },
    sclerosis: OutcomeText {
        title: "Activity at the baseline and at the last visit",
        rule: "An earlier visit does not stand in for the last one.",
    },
    myositis: OutcomeText {
        title: "Response at the last visit",
        rule: "An earlier visit does not stand in for the last one.",
    },
    aplasia: OutcomeText {
        title: "Days without B cells",
        rule: "By the events of B cells gone and back, else by counts: gone at the earliest on the \
               day after the last count with B cells, and at the latest on the first day without; \
               back likewise. The day on which they are back is not counted.",
    },
    grading: OutcomeText {
        title: "From check to check",
        rule: "Checks of grade 1 or more that follow each other are one episode, and a check of \
               grade 0 ends it. A check at which a grade was not asked is none for it.",
    },
    platelets: OutcomeText {
        title: "Days with few platelets after the infusion",
        rule: "Between two values on the same side of a limit, all days are on that side; any \
               other day without a value may be on either. Such days can be entered as they stand \
               here.",
    },
    local_reactions: OutcomeText {
        title: "Local reactions",
        rule: "Early up to day 14 after the infusion, intermediate up to day 30, late after that.",
    },
    none: "Nothing to tell.",
};

/// A visit or check by its name and day.
pub(super) fn stop(name: &str, day: Days) -> String {
    match (day.known(), day.lowest(), day.highest()) {
        (Some(day), ..) => format!("{name} ({})", workspace::day(day)),
        (None, None, None) => format!("{name} (no day)"),
        (None, ..) => format!("{name} (no day, {})", on(day)),
    }
}

/// A number of days.
pub(super) fn days(days: Days) -> String {
    match (days.known(), days.lowest(), days.highest()) {
        (Some(1), ..) => "1 day".to_owned(),
        (Some(known), ..) => format!("{known} days"),
        (None, Some(lowest), Some(highest)) => format!("{lowest} to {highest} days"),
        (None, Some(1), None) => "at least 1 day".to_owned(),
        (None, Some(lowest), None) => format!("at least {lowest} days"),
        (None, None, Some(highest)) => format!("at most {highest} days"),
        (None, None, None) => "an unknown number of days".to_owned(),
    }
}

/// On which day: "on day 5", "between day 1 and day 5".
pub(super) fn on(day: Days) -> String {
    let name = workspace::day;
    match (day.known(), day.lowest(), day.highest()) {
        (Some(known), ..) => format!("on {}", name(known)),
        (None, Some(lowest), Some(highest)) => {
            format!("between {} and {}", name(lowest), name(highest))
        }
        (None, Some(lowest), None) => format!("on {} or later", name(lowest)),
        (None, None, Some(highest)) => format!("on {} or before", name(highest)),
        (None, None, None) => "on a day that is not known".to_owned(),
    }
}

/// From one day to another: of each what is certain, and what may be.
pub(super) fn from_to(from: Days, to: Days) -> String {
    let name = workspace::day;
    let end = |word: &str, certain: Option<i32>, perhaps: Option<i32>, beyond: &str| match (
        certain, perhaps,
    ) {
        (Some(certain), Some(perhaps)) if certain == perhaps => {
            format!("{word} {}", name(certain))
        }
        (Some(certain), Some(perhaps)) => {
            format!("{word} {} (perhaps {word} {})", name(certain), name(perhaps))
        }
        (Some(certain), None) => format!("{word} {} (perhaps {beyond})", name(certain)),
        (None, Some(perhaps)) => format!("perhaps {word} {}", name(perhaps)),
        (None, None) => format!("{word} a day that is not known"),
    };
    format!(
        "{} {}",
        end("from", from.highest(), from.lowest(), "earlier"),
        end("to", to.lowest(), to.highest(), "later"),
    )
}

/// Days on which something happened, inside a sentence.
pub(super) fn on_days(days: &[i32]) -> String {
    let days: Vec<String> = days.iter().map(|day| workspace::day(*day)).collect();
    listed(&days, "and")
}

/// From what days are counted.
pub(super) const fn counted_from(from: CountedFrom) -> &'static str {
    match from {
        CountedFrom::DayZero => "Days are counted from day zero.",
        CountedFrom::Baseline => {
            "Days are counted from the baseline, as no event with a day is said to be day zero."
        }
        CountedFrom::FirstDated => {
            "Days are counted from the first visit or check with a day: neither day zero nor the \
             baseline has one, so that no time from day zero can be told."
        }
        CountedFrom::Nothing => "No visit and no check has a day.",
    }
}

/// How long a patient was followed.
pub(super) fn follow_up(followed: Option<Days>) -> String {
    match followed {
        Some(followed) => format!("Followed for {} after day zero.", days(followed)),
        None => "No visit is known to be after day zero.".to_owned(),
    }
}

/// Names of visits by their places.
pub(super) fn named(stops: &[usize], names: &[String]) -> String {
    let named: Vec<String> = stops.iter().filter_map(|stop| names.get(*stop)).cloned().collect();
    listed(&named, "and")
}

/// An adjusted mean.
pub(super) fn mean(mean: Option<&Mean>, names: &[String]) -> String {
    let Some(Mean { value, from, to, visits, open }) = mean else {
        return "Not known: there are no two days with a visit.".to_owned();
    };
    let value = page::range(*value);
    let (from, to) = (workspace::day(*from), workspace::day(*to));
    let over = format!("{value}, from {from} to {to}, over {} visits.", visits.len());
    if open.is_empty() {
        over
    } else {
        format!("{over} Scores are open at {}.", named(open, names))
    }
}

/// Visits that are left out.
pub(super) fn left_out(names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    format!("Left out, without a day: {}.", listed(names, "and"))
}

/// When a definition was first met.
pub(super) fn first(first: First) -> String {
    let last = |last: Option<i32>| match last {
        Some(last) => format!(", {} after day zero", days(Days::exactly(last))),
        None => String::new(),
    };
    match first {
        First::After(after) => format!("First met after {}.", days(after)),
        First::Perhaps { earliest, last: until } => format!(
            "Perhaps met, after {} at the earliest; undetermined up to the last visit{}.",
            days(Days::exactly(earliest)),
            last(until),
        ),
        First::NotBy { last: until } => {
            format!("Not met up to the last visit{}.", last(until))
        }
        First::NoDayZero => "The time to it is not known: there is no day zero.".to_owned(),
        First::NoVisit => "There was no visit since day zero.".to_owned(),
    }
}

/// The verdict of the last visit before day zero.
pub(super) fn before(verdict: Verdict) -> String {
    match verdict {
        Verdict::Met => "Met at the last visit before day zero.".to_owned(),
        Verdict::Undetermined => "Undetermined at the last visit before day zero.".to_owned(),
        Verdict::NotMet => String::new(),
    }
}

/// A verdict in a word.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not met",
        Verdict::Undetermined => "undetermined",
    }
}

/// The verdicts of all visits.
pub(super) fn by_visit(verdicts: &[(Verdict, Vec<String>)]) -> String {
    let verdicts = verdicts.iter().filter(|(_, names)| !names.is_empty());
    let each: Vec<String> = verdicts
        .map(|(of, names)| format!("{} at {}", verdict(*of), listed(names, "and")))
        .collect();
    if each.is_empty() { String::new() } else { format!("{}.", capitalised(&each.join("; "))) }
}

/// A run of visits that meet a definition.
pub(super) fn run(run: &Run, names: &[String]) -> String {
    let Run { from, to, days: lasted, end, open, visits: _ } = run;
    let when = match (from.known(), to.known()) {
        (Some(from), Some(to)) if from == to => format!("Met on {}", workspace::day(from)),
        _ => format!("Met {}, {}", from_to(*from, *to), days(*lasted)),
    };
    let ended = match end {
        RunEnd::By(stop) => format!("ended by {}", named(&[*stop], names)),
        RunEnd::Lasting => "and still at the last visit".to_owned(),
        RunEnd::Open => "and perhaps still at the last visit".to_owned(),
    };
    let open = match open.as_slice() {
        [] => String::new(),
        open => format!("; undetermined at {}", named(open, names)),
    };
    format!("{when}, {ended}{open}.")
}

/// A level by its name, or that it is open.
fn level(instrument: &str, level: Category) -> &'static str {
    match level {
        Category::Known(name) => English.category(instrument, name),
        Category::Open => "undetermined",
    }
}

/// That the index was not chosen.
pub(super) const FLARES_NOT_CHOSEN: &str =
    "The index was not chosen to be scored, so that its questions may not have been asked.";

/// What the flare index says of a visit.
pub(super) fn flare(flare: &Flare, names: &[String]) -> String {
    const INDEX: &str = "selena-flare-index";
    let Flare { stop, since, level: reached, fired, open, by_treatment_alone, without_treatment } =
        flare;
    let criteria = |ids: &[&'static str]| {
        let names: Vec<String> =
            ids.iter().map(|id| inside_sentence(English.part(INDEX, id))).collect();
        // Some of them have a comma of their own.
        names.join("; ")
    };
    let mut told = vec![format!(
        "{}, since {}: {}.",
        named(&[*stop], names),
        named(&[*since], names),
        level(INDEX, *reached),
    )];
    if !fired.is_empty() {
        told.push(format!("Fired: {}.", criteria(fired)));
    }
    if !open.is_empty() {
        told.push(format!("Open: {}.", criteria(open)));
    }
    let without = level(INDEX, *without_treatment);
    match by_treatment_alone {
        Some(Verdict::Met) => told.push(format!("By treatment alone; without it {without}.")),
        Some(Verdict::Undetermined) => {
            told.push(format!("Perhaps by treatment alone; without it {without}."));
        }
        Some(Verdict::NotMet) if without_treatment != reached => {
            told.push(format!("Without the criteria of treatment: {without}."));
        }
        Some(Verdict::NotMet) | None => {}
    }
    told.join(" ")
}

/// An index at the baseline and at the last visit.
pub(super) fn index_change(
    baseline: Option<Bounds>,
    last: Option<Bounds>,
    name: Option<&str>,
) -> String {
    let Some(((baseline, last), name)) = baseline.zip(last).zip(name) else {
        return "There is no visit after the baseline.".to_owned();
    };
    let (then, now) = (page::range(baseline), page::range(last));
    let change = page::range(last - baseline);
    format!("{then} at the baseline, {now} at {name}: a change of {change}.")
}

/// A level of response.
pub(super) fn response(instrument: &str, reached: Option<Category>, name: Option<&str>) -> String {
    match (reached, name) {
        (Some(reached), Some(name)) => {
            capitalised(&format!("{} at {name}.", level(instrument, reached)))
        }
        (None, _) | (_, None) => "Not scored: no baseline lies before the last visit.".to_owned(),
    }
}
