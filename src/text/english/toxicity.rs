//! What cell therapy did over a course, in sentences.

use super::outcomes::{days, from_to, named, on, on_days};
use super::sentences::{capitalised, inside_sentence, listed};
use super::{English, workspace};
use crate::items::{Counted, Item};
use crate::outcomes::{
    AplasiaDays, AplasiaEpisode, AplasiaSource, Days, DaysBelow, Episode, EpisodeEnd,
    LocalReaction, Onset, WindowOfPlatelets,
};
use crate::scoring::Category;
use crate::text::Language;

/// A grade, or what it can be.
pub(super) fn grade(grade: Counted) -> String {
    match grade.known() {
        Some(known) => known.to_string(),
        None => format!("{} to {}", grade.lowest(), grade.highest()),
    }
}

/// From what days without B cells are told.
pub(super) const fn aplasia_source(source: AplasiaSource) -> &'static str {
    match source {
        AplasiaSource::Events => "Told by the events.",
        AplasiaSource::EventsAndCounts => "Told by an event, and by counts where there is none.",
        AplasiaSource::Counts => "Told by counts.",
        AplasiaSource::Nothing => "Neither an event nor a count with a day was entered.",
    }
}

/// A time without B cells.
pub(super) fn aplasia_episode(episode: &AplasiaEpisode) -> String {
    let gone = on(episode.gone);
    let back =
        episode.back.map_or_else(|| "not back".to_owned(), |back| format!("back {}", on(back)));
    let counted = match (episode.is_before, episode.since_infusion) {
        (true, _) => ", before the infusion and not counted".to_owned(),
        (false, since) if since == episode.days => String::new(),
        (false, since) => format!(", of which {} since the infusion count", days(since)),
    };
    format!("Gone {gone}, {back}: {}{counted}.", days(episode.days))
}

/// The days without B cells, in all.
pub(super) fn aplasia_days(told: AplasiaDays) -> String {
    match told {
        AplasiaDays::Over(lasted) => days(lasted),
        AplasiaDays::Lasting(lasted) => format!("{}, not back", days(lasted)),
        AplasiaDays::NeverSeen => "no day without B cells is known".to_owned(),
        AplasiaDays::Contradictory => "contradictory".to_owned(),
        AplasiaDays::Unknown => "not known".to_owned(),
    }
}

/// What contradicts the events.
pub(super) fn aplasia_contradiction(days: &[i32], events: bool) -> String {
    let counts = (!days.is_empty()).then(|| {
        format!("Counts say otherwise on {}; the events are used. Check both.", on_days(days))
    });
    let events = events.then(|| {
        "The events contradict each other: gone twice without being back, or back without being \
         gone. Check them."
            .to_owned()
    });
    counts.into_iter().chain(events).collect::<Vec<_>>().join(" ")
}

/// What is left out, as it has no day.
pub(super) fn undated(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "Left out: 1 entry without a day.".to_owned(),
        count => format!("Left out: {count} entries without a day."),
    }
}

/// The worst grade of all checks.
pub(super) fn worst_grade(worst: Option<Counted>) -> String {
    match worst {
        Some(worst) => format!("Worst grade {}.", grade(worst)),
        None => "Never graded.".to_owned(),
    }
}

/// The worst grade of each day.
pub(super) fn grades_by_day(days: &[(i32, Counted)]) -> String {
    let each: Vec<String> = days
        .iter()
        .map(|(day, of_day)| format!("{} on {}", grade(*of_day), workspace::day(*day)))
        .collect();
    if each.is_empty() { String::new() } else { format!("Grades: {}.", each.join(", ")) }
}

/// An episode of toxicity.
pub(super) fn episode(episode: &Episode, names: &[String]) -> String {
    let Episode { onset, worst, worst_on, last, end, open, tocilizumab, glucocorticoid } = episode;
    let when = match (onset.known(), last.known()) {
        (Some(onset), Some(last)) if onset == last => format!("On {}", workspace::day(onset)),
        _ => capitalised(&from_to(*onset, *last)),
    };
    let worst_on = worst_on.map_or_else(String::new, |day| format!(" {}", on(day)));
    let ended = match end {
        EpisodeEnd::By(stop) => format!("ended by {}", named(&[*stop], names)),
        EpisodeEnd::Ongoing => "ongoing at the last check".to_owned(),
        EpisodeEnd::Open => "perhaps ongoing at the last check".to_owned(),
    };
    let open = match open.as_slice() {
        [] => String::new(),
        open => format!("; open at {}", named(open, names)),
    };
    let given = |what: &str, days: &[i32]| match days {
        [] => String::new(),
        days => format!(" {what} on {}.", on_days(days)),
    };
    format!(
        "{when}: worst grade {}{worst_on}; {ended}{open}.{}{}",
        grade(*worst),
        given("Tocilizumab", tocilizumab),
        given("Glucocorticoid", glucocorticoid),
    )
}

/// Checks whose grade is open.
pub(super) fn open_checks(open: &[String]) -> String {
    if open.is_empty() { String::new() } else { format!("Open: {}.", listed(open, "and")) }
}

/// Checks at which a grade was not asked.
pub(super) fn not_graded(names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    format!("Not asked at {}.", listed(names, "and"))
}

/// The days below the limits within a window.
pub(super) fn platelet_days(told: &WindowOfPlatelets, below: &[DaysBelow]) -> String {
    let WindowOfPlatelets { window, measured, grade } = told;
    let unit = English.unit("10*9/L");
    let each: Vec<String> = below
        .iter()
        .map(|below| {
            let known = Days::between(
                i32::try_from(below.days.lowest()).ok(),
                i32::try_from(below.days.highest()).ok(),
            );
            format!("below {} {unit} {}", below.limit, days(known))
        })
        .collect();
    let grade = match grade {
        Category::Known(grade) => format!("grade {grade} by these days"),
        Category::Open => "grade open".to_owned(),
    };
    let measured =
        days(Days::between(i32::try_from(*measured).ok(), i32::try_from(*measured).ok()));
    format!(
        "Day {} to {} (values on {measured}): {}; {grade}.",
        window.from,
        window.to,
        each.join(", ")
    )
}

/// That no days with few platelets can be told.
pub(super) const fn no_platelets(has_infusion: bool) -> &'static str {
    if has_infusion {
        "No platelet value has a day."
    } else {
        "No infusion with a day was entered."
    }
}

/// A local reaction.
pub(super) fn local_reaction(reaction: &LocalReaction, name: &str) -> String {
    let LocalReaction { organ, grade, after, onset, stop: _ } = reaction;
    let organ = organ.map_or_else(String::new, |code| {
        format!(", {}", inside_sentence(English.choice(Item::LocalReactionOrgan, code)))
    });
    let grade = match grade {
        Category::Known("none") => "no local toxicity by its conditions".to_owned(),
        Category::Known(grade) => format!("grade {grade}"),
        Category::Open => "grade open".to_owned(),
    };
    let onset = match (onset, after) {
        (Some(Onset::Before), _) => "before the infusion",
        (Some(Onset::Early), _) => "early",
        (Some(Onset::Intermediate), _) => "intermediate",
        (Some(Onset::Late), _) => "late",
        (None, Some(_)) => "class of onset open",
        (None, None) => "class of onset open, without an infusion",
    };
    format!("{name}{organ}: {onset}, {grade}.")
}
