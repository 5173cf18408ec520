//! What courses come to over their visits, the awkward ones above all.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use quickcheck::{Arbitrary, Gen};
use rheumscore::instruments::sledai;
use rheumscore::items::{Counted, Item};
use rheumscore::outcomes::{
    AplasiaDays, AplasiaSource, Attained, CountedFrom, Days, EpisodeEnd, First, Grading, Mean,
    Onset, Outcomes, RunEnd,
};
use rheumscore::report;
use rheumscore::scoring::{Bounds, Category, Exact, Finding, Verdict};
use rheumscore::session::{Aside, Edit, Event, EventKind, Insert, VisitId};
use rheumscore::text::ENGLISH;
use support::story::{below, hold};
use support::told::Told;

fn between(lowest: i32, highest: i32) -> Days {
    Days::between(Some(lowest), Some(highest))
}

fn at_least(days: i32) -> Days {
    Days::between(Some(days), None)
}

fn counted(lowest: u32, highest: u32) -> Counted {
    Counted::between(lowest, highest).expect("in order")
}

// The adjusted mean

/// The mean of the first sheet.
fn mean(told: &Told) -> Option<Mean> {
    told.outcomes().lupus.expect("lupus").adjusted_means.first().expect("a sheet").mean.clone()
}

#[test]
fn the_mean_is_the_area_over_the_days() {
    let mut told = Told::lupus();
    told.visit("-14").arthritis().visit("28").remission().visit("182").arthritis();
    // 42 days around 2 and 154 days around 2.
    let mean = mean(&told).expect("three days");
    assert_eq!(mean.value, Bounds::exactly(Exact::integer(2)));
    assert_eq!((mean.from, mean.to, mean.visits.len(), mean.open.len()), (-14, 182, 3, 0));
}

#[test]
fn unequal_distances_weigh_as_they_are() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("10").arthritis().visit("40").remission();
    // (4 · 10 + 2 · 30) / 40.
    let mean = mean(&told).expect("three days").value;
    assert_eq!(mean, Bounds::exactly(Exact::ratio(5, 2)));
}

#[test]
fn an_open_score_makes_the_mean_an_interval() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("10").remission();
    told.find(Finding::NotAssessed, &[Item::Seizure]);
    let mean = mean(&told).expect("two days");
    assert_eq!(mean.value, Bounds::between(Exact::integer(2), Exact::integer(6)));
    assert_eq!(mean.open, [1]);
}

#[test]
fn without_two_days_there_is_no_mean() {
    let mut told = Told::lupus();
    assert_eq!(mean(&told), None, "nothing entered");
    told.visit("5").arthritis();
    assert_eq!(mean(&told), None, "one visit");
    told.visit("5").remission();
    assert_eq!(mean(&told), None, "one day");
    told.visit("").remission();
    assert_eq!(mean(&told), None, "no day");
    told.check("60");
    assert_eq!(mean(&told), None, "no visit");
}

#[test]
fn of_two_visits_on_a_day_the_last_begins_what_follows() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("10").arthritis().visit("10").remission();
    told.visit("20").remission();
    assert_eq!(mean(&told).expect("days").value, Bounds::exactly(Exact::integer(2)));
}

#[test]
fn a_visit_without_a_day_is_left_out_of_the_mean_and_named() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("").arthritis().visit("10").remission();
    let lupus = told.outcomes().lupus.expect("lupus");
    let adjusted = lupus.adjusted_means.first().expect("a sheet");
    assert_eq!(adjusted.left_out, [1]);
    assert_eq!(adjusted.mean.as_ref().map(|mean| mean.visits.clone()), Some(vec![0, 2]));
}

#[test]
fn a_recorded_total_counts_as_its_sheet_counts_it() {
    let mut told = Told::in_days(&["sledai-2k", "selena-sledai"]);
    told.visit("0").value(Item::Sledai2kTotal, "12").visit("10").value(Item::Sledai2kTotal, "6");
    let means = told.outcomes().lupus.expect("lupus").adjusted_means;
    let values: Vec<Bounds> = means.iter().filter_map(|it| Some(it.mean.as_ref()?.value)).collect();
    let anything = Bounds::between(Exact::ZERO, Exact::integer(105));
    assert_eq!(values, [Bounds::exactly(Exact::integer(9)), anything]);
}

// First and sustained

fn attained(told: &Told, instrument: &str) -> Attained {
    let attained = told.outcomes().lupus.expect("lupus").attained;
    let found = attained.into_iter().find(|it| it.definition.id == instrument);
    found.unwrap_or_else(|| panic!("{instrument}"))
}

#[test]
fn the_time_to_remission_ends_at_the_first_visit_that_meets_it() {
    let mut told = Told::lupus();
    told.visit("-14").arthritis().visit("28").arthritis().visit("91").remission();
    told.visit("182").remission();
    let doris = attained(&told, "doris-2021");
    assert_eq!(doris.first, First::After(Days::exactly(91)));
    assert_eq!((doris.ever, doris.at_last), (Some(Verdict::Met), Some(Verdict::Met)));
    // Four points for joints are low activity.
    assert_eq!(attained(&told, "lldas").first, First::After(Days::exactly(28)));
    let [run] = attained(&told, "doris-2021").runs.try_into().expect("one run");
    assert_eq!((run.days, run.end), (Days::exactly(91), RunEnd::Lasting));
    assert_eq!((run.from, run.to), (Days::exactly(91), Days::exactly(182)));
}

#[test]
fn an_undetermined_visit_before_the_first_leaves_the_time_open() {
    let mut told = Told::lupus();
    told.visit("-14").arthritis().visit("28").unassessed().visit("91").remission();
    let attained = attained(&told, "doris-2021");
    assert_eq!(attained.first, First::After(between(28, 91)));
    let [run] = attained.runs.try_into().expect("one run");
    assert_eq!((run.from, run.to), (between(28, 91), Days::exactly(91)));
    assert_eq!((run.days, run.open.as_slice()), (between(0, 63), &[1][..]));
}

#[test]
fn what_is_undetermined_to_the_end_was_perhaps_reached() {
    let mut told = Told::lupus();
    told.visit("-14").arthritis().visit("28").unassessed().visit("91").arthritis();
    let attained = attained(&told, "doris-2021");
    assert_eq!(attained.first, First::Perhaps { earliest: 28, last: Some(91) });
    assert_eq!(attained.ever, Some(Verdict::Undetermined));
    assert_eq!(attained.at_last, Some(Verdict::NotMet));
    assert_eq!(attained.runs, []);
}

#[test]
fn what_was_not_reached_ends_at_the_last_visit() {
    let mut told = Told::lupus();
    told.visit("-14").arthritis().visit("28").arthritis().visit("180").arthritis();
    let attained = attained(&told, "doris-2021");
    assert_eq!(attained.first, First::NotBy { last: Some(180) });
    assert_eq!(attained.ever, Some(Verdict::NotMet));
}

#[test]
fn remission_before_day_zero_is_no_time_to_remission() {
    let mut told = Told::lupus();
    told.visit("-14").remission();
    let before = attained(&told, "doris-2021");
    assert_eq!((before.first, before.before), (First::NoVisit, Some(Verdict::Met)));
    assert_eq!((before.ever, before.at_last), (None, None));
    told.visit("30").arthritis();
    assert_eq!(attained(&told, "doris-2021").first, First::NotBy { last: Some(30) });
}

#[test]
fn an_undetermined_visit_in_the_middle_leaves_a_run_open() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("30").remission().visit("60").remission();
    told.visit("90").unassessed().visit("120").remission().visit("150").arthritis();
    let [run] = attained(&told, "doris-2021").runs.try_into().expect("one run");
    assert_eq!(run.days, between(30, 90));
    assert_eq!((run.end, run.open), (RunEnd::By(5), vec![3]));
    assert_eq!((run.from, run.to), (Days::exactly(30), Days::exactly(120)));
}

#[test]
fn a_visit_that_does_not_meet_it_makes_two_runs() {
    let mut told = Told::lupus();
    told.visit("30").remission().visit("60").arthritis().visit("90").remission();
    told.visit("180").unassessed();
    let runs = attained(&told, "doris-2021").runs;
    let days: Vec<Days> = runs.iter().map(|run| run.days).collect();
    assert_eq!(days, [Days::exactly(0), between(0, 90)]);
    assert_eq!(runs.iter().map(|run| run.end).collect::<Vec<_>>(), [RunEnd::By(1), RunEnd::Open]);
}

#[test]
fn a_visit_without_a_day_lies_between_its_neighbours() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("").remission().visit("91").remission();
    let attained = attained(&told, "doris-2021");
    assert_eq!(attained.first, First::After(between(0, 91)));
    let [run] = attained.runs.try_into().expect("one run");
    assert_eq!(run.days, between(0, 91));
}

#[test]
fn a_last_visit_without_a_day_leaves_how_long_it_lasts_open() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("30").remission().visit("").remission();
    let outcomes = told.outcomes();
    assert_eq!(outcomes.follow_up, Some(at_least(30)));
    let [run] = attained(&told, "doris-2021").runs.try_into().expect("one run");
    assert_eq!((run.days, run.end), (at_least(0), RunEnd::Lasting));
}

#[test]
fn dates_count_from_the_infusion_or_else_from_the_baseline() {
    let mut told = Told::in_dates(&["doris-2021"]);
    told.visit("2026-01-01").arthritis().visit("2026-02-28").remission();
    let outcomes = told.outcomes();
    assert_eq!(outcomes.timeline.counted_from, CountedFrom::Baseline);
    assert_eq!(attained(&told, "doris-2021").first, First::After(Days::exactly(58)));
    told.event(EventKind::Infusion, "2026-01-15");
    let outcomes = told.outcomes();
    assert_eq!(outcomes.timeline.counted_from, CountedFrom::DayZero);
    assert_eq!(attained(&told, "doris-2021").first, First::After(Days::exactly(44)));
    assert_eq!(outcomes.timeline.infusion, Some(0));
}

#[test]
fn without_a_day_zero_no_time_is_told_from_it() {
    let mut told = Told::in_dates(&["doris-2021"]);
    told.visit("").arthritis().visit("2026-02-01").remission().visit("2026-03-01").remission();
    let outcomes = told.outcomes();
    assert_eq!(outcomes.timeline.counted_from, CountedFrom::FirstDated);
    assert_eq!(outcomes.follow_up, None);
    let attained = attained(&told, "doris-2021");
    assert_eq!((attained.first, attained.ever), (First::NoDayZero, Some(Verdict::Met)));
    assert_eq!(attained.runs.first().map(|run| run.days), Some(Days::exactly(28)));
    assert!(mean(&told).is_some_and(|mean| (mean.from, mean.to) == (0, 28)));
}

#[test]
fn visits_of_no_day_at_all_come_to_verdicts_alone() {
    let mut told = Told::in_dates(&["doris-2021"]);
    told.visit("").arthritis().visit("soon").remission();
    let outcomes = told.outcomes();
    assert_eq!(outcomes.timeline.counted_from, CountedFrom::Nothing);
    let attained = attained(&told, "doris-2021");
    assert_eq!((attained.first, attained.at_last), (First::NoDayZero, Some(Verdict::Met)));
    assert_eq!(mean(&told), None);
}

#[test]
fn visits_that_stand_out_of_order_are_taken_in_the_order_of_time() {
    let mut told = Told::lupus();
    told.visit("91").remission().visit("28").arthritis();
    assert_eq!(attained(&told, "doris-2021").at_last, Some(Verdict::Met));
}

#[test]
fn the_framework_of_2017_is_told_where_it_was_chosen_and_off_therapy_always() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("30").remission();
    let lupus = told.outcomes().lupus.expect("lupus");
    assert!(lupus.attained.iter().all(|it| it.definition.id != "doris-2017"));
    let firsts: Vec<First> = lupus.drug_free.iter().map(|it| it.first).collect();
    assert_eq!(firsts, [First::After(Days::exactly(30)); 2]);
    told.edit(Edit::Choose("doris-2017", true));
    assert_eq!(attained(&told, "doris-2017").first, First::After(Days::exactly(30)));
}

#[test]
fn without_a_word_on_other_drugs_remission_off_therapy_is_open() {
    let mut told = Told::lupus();
    told.visit("0").arthritis().visit("30").remission();
    told.find(Finding::NotAssessed, &[Item::Immunosuppressant, Item::Biologic]);
    let drug_free = told.outcomes().lupus.expect("lupus").drug_free;
    let first = First::Perhaps { earliest: 30, last: Some(30) };
    assert!(drug_free.iter().all(|it| it.first == first));
}

// B cells

#[test]
fn counts_give_the_least_and_the_most_days_without_b_cells() {
    let mut told = Told::in_days(&["licats"]);
    told.check("0").value(Item::BCells, "120").check("5").value(Item::BCells, "0");
    told.check("100").value(Item::BCells, "<1").check("117").value(Item::BCells, "4");
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.source, AplasiaSource::Counts);
    let [episode] = aplasia.episodes.as_slice() else { panic!("one") };
    assert_eq!((episode.gone, episode.back), (between(1, 5), Some(between(101, 117))));
    assert_eq!(aplasia.days(), AplasiaDays::Over(between(96, 116)));
}

#[test]
fn daily_counts_and_the_events_agree() {
    let mut told = Told::in_days(&["licats"]);
    for (day, count) in [("4", "3"), ("5", "0"), ("6", "0"), ("7", "0"), ("8", "2")] {
        told.check(day).value(Item::BCells, count);
    }
    let by_counts = told.outcomes().aplasia;
    told.event(EventKind::BCellsGone, "5").event(EventKind::BCellsBack, "8");
    let by_events = told.outcomes().aplasia;
    assert_eq!(by_counts.episodes, by_events.episodes);
    assert_eq!(by_counts.days(), AplasiaDays::Over(Days::exactly(3)));
    assert_eq!((by_events.source, by_events.contradicting), (AplasiaSource::Events, vec![]));
}

#[test]
fn while_b_cells_are_not_back_the_days_are_at_least_so_many() {
    let mut told = Told::in_days(&["licats"]);
    told.check("10").find(Finding::Present, &[Item::BCellAplasia]);
    told.visit("40").find(Finding::Present, &[Item::BCellAplasia]);
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.days(), AplasiaDays::Lasting(at_least(31)));
    assert_eq!(aplasia.episodes[0].gone, Days::between(None, Some(10)));
}

#[test]
fn only_b_cells_that_were_there_at_every_count_were_never_gone() {
    let days = |counts: &[(&str, &str)]| {
        let mut told = Told::in_days(&["licats"]);
        told.event(EventKind::Infusion, "0");
        for (day, count) in counts {
            told.check(day).value(Item::BCells, count);
        }
        told.outcomes().aplasia.days()
    };
    assert_eq!(days(&[("5", "50"), ("30", "40")]), AplasiaDays::NeverSeen);
    // Below 200, where the laboratory finds 1, is any number and none.
    assert_eq!(days(&[("5", "<200")]), AplasiaDays::Unknown);
    assert_eq!(days(&[("5", "50"), ("10", "<200"), ("30", "40")]), AplasiaDays::Unknown);
    assert_eq!(days(&[("-20", "50")]), AplasiaDays::Unknown, "nobody looked since the infusion");
}

#[test]
fn days_without_b_cells_count_from_the_infusion() {
    let mut told = Told::in_days(&["licats"]);
    told.event(EventKind::Infusion, "0");
    for (day, count) in [("-200", "0"), ("7", "0"), ("90", "50")] {
        told.check(day).value(Item::BCells, count);
    }
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.episodes[0].days, at_least(208));
    // Day 0 to 7 for certain, and to 89 at most.
    assert_eq!(aplasia.days(), AplasiaDays::Over(between(8, 90)));
    let mut told = Told::in_days(&["licats"]);
    told.event(EventKind::Infusion, "0");
    told.event(EventKind::BCellsGone, "-60").event(EventKind::BCellsBack, "90");
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.episodes[0].days, Days::exactly(150));
    assert_eq!(aplasia.days(), AplasiaDays::Over(Days::exactly(90)));
}

#[test]
fn b_cells_gone_and_back_twice_are_two_times() {
    let mut told = Told::in_days(&["licats"]);
    for (day, count) in [("0", "9"), ("5", "0"), ("50", "8"), ("60", "0"), ("70", "7")] {
        told.check(day).value(Item::BCells, count);
    }
    let by_counts = told.outcomes().aplasia;
    assert_eq!(by_counts.episodes.len(), 2);
    // 5 alone to 1 to 49, and 60 alone to 51 to 69.
    assert_eq!(by_counts.days(), AplasiaDays::Over(between(1 + 1, 49 + 19)));
    for (kind, day) in [
        (EventKind::BCellsGone, "3"),
        (EventKind::BCellsBack, "48"),
        (EventKind::BCellsGone, "55"),
        (EventKind::BCellsBack, "69"),
    ] {
        told.event(kind, day);
    }
    let by_events = told.outcomes().aplasia;
    assert_eq!(by_events.episodes.len(), 2);
    assert_eq!(by_events.days(), AplasiaDays::Over(Days::exactly(45 + 14)));
    assert!(by_events.contradicting.is_empty() && !by_events.events_contradict);
}

#[test]
fn counts_against_the_events_are_told() {
    let mut told = Told::in_days(&["licats"]);
    told.event(EventKind::BCellsGone, "5").event(EventKind::BCellsBack, "100");
    told.check("60").value(Item::BCells, "3").check("120").value(Item::BCells, "0");
    told.check("130").value(Item::BCells, "8").check("4").value(Item::BCells, "0");
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.contradicting, [4, 60, 120]);
    assert_eq!(aplasia.days(), AplasiaDays::Contradictory);
    assert_eq!(aplasia.episodes.first().map(|it| it.days), Some(Days::exactly(95)));
}

#[test]
fn events_out_of_turn_contradict_each_other() {
    let mut told = Told::in_days(&["licats"]);
    told.event(EventKind::BCellsGone, "5").event(EventKind::BCellsGone, "50");
    told.event(EventKind::BCellsBack, "100").event(EventKind::BCellsBack, "120");
    let aplasia = told.outcomes().aplasia;
    assert!(aplasia.events_contradict);
    assert_eq!(aplasia.days(), AplasiaDays::Contradictory);
}

#[test]
fn counts_tell_the_end_that_no_event_tells() {
    let mut told = Told::in_days(&["licats"]);
    told.event(EventKind::BCellsGone, "6");
    told.check("28").value(Item::BCells, "0").check("91").value(Item::BCells, "12");
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.source, AplasiaSource::EventsAndCounts);
    assert_eq!(aplasia.episodes[0].gone, Days::exactly(6));
    assert_eq!(aplasia.days(), AplasiaDays::Over(between(23, 85)));
    let mut told = Told::in_days(&["licats"]);
    told.event(EventKind::BCellsBack, "100").check("0").value(Item::BCells, "40");
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.episodes[0].gone, between(1, 100));
    assert_eq!(aplasia.days(), AplasiaDays::Over(between(0, 99)));
    assert!(aplasia.contradicting.is_empty());
}

#[test]
fn the_event_of_going_alone_says_that_they_are_not_back() {
    let mut told = Told::in_days(&["licats"]);
    told.event(EventKind::BCellsGone, "6").event(EventKind::BCellsBack, "soon");
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.days(), AplasiaDays::Lasting(at_least(1)));
    assert_eq!((aplasia.source, aplasia.undated), (AplasiaSource::Events, 1));
}

#[test]
fn a_count_that_may_be_either_divides_what_is_certain() {
    let mut told = Told::in_days(&["licats"]);
    told.check("0").value(Item::BCells, "9").check("10").value(Item::BCells, "0");
    told.check("20").value(Item::BCells, "0").check("30").value(Item::BCells, "<5");
    told.check("40").value(Item::BCells, "0").check("50").value(Item::BCells, "6");
    // 10 to 20 and 40 for certain; 1 to 49 at most.
    let aplasia = told.outcomes().aplasia;
    assert_eq!(aplasia.days(), AplasiaDays::Over(between(11 + 1, 49)));
}

#[test]
fn b_cells_put_down_to_another_cause_tell_nothing() {
    let mut told = Told::in_days(&["licats"]);
    told.check("0").find(Finding::OtherCause, &[Item::BCellAplasia]);
    assert_eq!(told.outcomes().aplasia.days(), AplasiaDays::Unknown);
    assert_eq!(Told::in_days(&["licats"]).outcomes().aplasia.days(), AplasiaDays::Unknown);
}

#[test]
fn a_time_that_was_over_at_the_infusion_is_told_and_not_counted() {
    let mut told = Told::in_days(&["licats"]);
    for (day, count) in [("-90", "0"), ("-60", "0"), ("-5", "20"), ("4", "0"), ("80", "9")] {
        told.check(day).value(Item::BCells, count);
    }
    let aplasia = told.outcomes().aplasia;
    let before: Vec<bool> = aplasia.episodes.iter().map(|episode| episode.is_before).collect();
    assert_eq!(before, [true, false]);
    assert_eq!(aplasia.episodes[1].days, between(1, 84));
    // Day 0 at the earliest.
    assert_eq!(aplasia.days(), AplasiaDays::Over(between(1, 80)));
}

#[test]
fn a_count_is_of_the_day_of_its_sample() {
    let mut told = Told::in_days(&["licats"]);
    told.check("6").value(Item::BCells, "0");
    told.edit(Edit::Write(Item::BCells, Aside::Sampled, "5".into()));
    assert_eq!(told.outcomes().aplasia.episodes[0].gone, Days::between(None, Some(5)));
}

// Flares

#[test]
fn a_flare_by_treatment_alone_is_told_from_others() {
    let mut told = Told::in_days(&["selena-flare-index"]);
    told.visit("0").remission().visit("30").remission().value(Item::Glucocorticoid, "10");
    told.value(Item::Weight, "60").find(Finding::Absent, &SINCE_THEN[..5]);
    told.visit("60").remission().value(Item::Glucocorticoid, "10").value(Item::Weight, "60");
    told.find(Finding::Absent, &SINCE_THEN)
        .find(Finding::Present, &[Item::HospitalisedForActivity]);
    told.find(Finding::Present, &[Item::StartedImmunosuppressantForActivity]);
    let flares = told.outcomes().lupus.expect("lupus").flares;
    let [first, second] = flares.as_slice() else { panic!("two visits with an earlier one") };
    assert_eq!((first.stop, first.since), (1, 0));
    assert_eq!(first.level, Category::Known("mild_moderate"));
    assert_eq!(first.fired, ["glucocorticoid_increased"]);
    assert_eq!(first.by_treatment_alone, Some(Verdict::Met));
    assert_eq!(first.without_treatment, Category::Known("none"));
    assert_eq!(second.fired, ["immunosuppressant_started", "hospitalised"]);
    assert_eq!(second.by_treatment_alone, Some(Verdict::NotMet));
    assert_eq!(second.without_treatment, Category::Known("severe"));
}

#[test]
fn whether_it_was_by_treatment_alone_is_open_while_other_criteria_are() {
    let mut told = Told::in_days(&["selena-flare-index"]);
    told.visit("0").remission().visit("30").remission();
    told.find(Finding::Absent, &SINCE_THEN).find(Finding::NotAssessed, &[Item::FlareModerateOrgan]);
    told.find(Finding::Present, &[Item::StartedNsaidOrHydroxychloroquineForActivity]);
    let flares = told.outcomes().lupus.expect("lupus").flares;
    let [flare] = flares.as_slice() else { panic!("one") };
    assert_eq!(flare.level, Category::Known("mild_moderate"));
    assert_eq!(flare.by_treatment_alone, Some(Verdict::Undetermined));
    assert_eq!(flare.without_treatment, Category::Open);
    assert_eq!(flare.open, ["moderate_organ"]);
}

const SINCE_THEN: [Item; 6] = [
    Item::FlareSevereOrganWithEscalation,
    Item::FlareModerateOrgan,
    Item::StartedImmunosuppressantForActivity,
    Item::StartedNsaidOrHydroxychloroquineForActivity,
    Item::HospitalisedForActivity,
    Item::GlucocorticoidIncreasedForActivity,
];

// Episodes

fn crs(told: &Told) -> Grading {
    told.outcomes().grading("crs-astct-2019").expect("graded").clone()
}

#[test]
fn two_episodes_are_two() {
    let mut told = Told::lupus();
    told.event(EventKind::Tocilizumab, "3").event(EventKind::Glucocorticoid, "9");
    told.event(EventKind::Tocilizumab, "30");
    told.crs("1", 1).crs("2", 2).crs("3", 1).crs("4", 0).crs("8", 3).crs("9", 1);
    let crs = crs(&told);
    assert_eq!(crs.worst, Some(counted(3, 3)));
    let [first, second] = crs.episodes.as_slice() else { panic!("two: {crs:?}") };
    assert_eq!((first.onset, first.last), (Days::exactly(1), Days::exactly(3)));
    assert_eq!((first.worst, first.worst_on), (counted(2, 2), Some(Days::exactly(2))));
    assert_eq!(first.tocilizumab, [3]);
    assert!(matches!(first.end, EpisodeEnd::By(3)));
    assert_eq!((second.onset, second.end), (Days::exactly(8), EpisodeEnd::Ongoing));
    assert_eq!(second.worst_on, Some(Days::exactly(8)));
    assert_eq!((second.glucocorticoid.as_slice(), second.tocilizumab.len()), (&[9][..], 0));
}

#[test]
fn the_worst_of_a_day_is_its_grade() {
    let mut told = Told::lupus();
    told.crs("1", 1).crs("1", 3).crs("1", 2).crs("2", 0);
    let days: Vec<_> = crs(&told).days.iter().map(|it| (it.day, it.grade.known())).collect();
    assert_eq!(days, [(1, Some(3)), (2, Some(0))]);
}

#[test]
fn a_check_with_unknown_fever_leaves_the_end_open() {
    let mut told = Told::lupus();
    told.crs("1", 2).check("2").pick(Item::Hypotension, "none").pick(Item::Hypoxia, "none");
    let crs = crs(&told);
    assert_eq!(crs.checks[1].grade, counted(0, 1));
    assert_eq!(crs.worst, Some(counted(2, 2)), "what may be 1 is not worse than 2");
    let [episode] = crs.episodes.as_slice() else { panic!("one") };
    assert_eq!((episode.last, episode.end), (between(1, 2), EpisodeEnd::Open));
    assert_eq!(episode.open, [1]);
}

#[test]
fn a_check_that_may_be_worse_leaves_the_worst_grade_open() {
    let mut told = Told::lupus();
    told.crs("1", 2).check("2").find(Finding::Present, &[Item::FeverNow]);
    told.pick(Item::Hypoxia, "none").crs("3", 0);
    let crs = crs(&told);
    assert_eq!(crs.worst, Some(counted(2, 4)));
    let [episode] = crs.episodes.as_slice() else { panic!("one") };
    assert_eq!((episode.worst, episode.worst_on), (counted(2, 4), None));
    assert!(matches!(episode.end, EpisodeEnd::By(2)));
}

#[test]
fn checks_that_may_be_of_grade_one_and_no_more_are_no_episode_yet() {
    let mut told = Told::lupus();
    told.crs("1", 0).check("2").pick(Item::Hypotension, "none").pick(Item::Hypoxia, "none");
    let crs = crs(&told);
    assert_eq!((crs.episodes.len(), crs.worst), (0, Some(counted(0, 1))));
}

#[test]
fn a_check_at_which_a_grade_was_not_asked_is_told_and_is_none() {
    let mut told = Told::lupus();
    told.crs("1", 1).crs("2", 0).check("60").value(Item::BCells, "0");
    let crs = crs(&told);
    assert_eq!((crs.worst, crs.not_graded.as_slice()), (Some(counted(1, 1)), &[2][..]));
    let icans = told.outcomes().grading("icans-astct-2019").expect("graded").clone();
    assert_eq!((icans.worst, icans.not_graded.len()), (None, 3));
}

#[test]
fn visits_are_checks_where_nothing_but_cell_therapy_is_scored() {
    let mut told = Told::in_days(&["crs-astct-2019"]);
    told.visit("1").find(Finding::Present, &[Item::FeverNow]).pick(Item::Hypoxia, "high_flow");
    told.pick(Item::Hypotension, "none");
    assert_eq!(crs(&told).worst, Some(counted(3, 3)));
    told.edit(Edit::Choose("doris-2021", true));
    assert_eq!(crs(&told).worst, None);
}

// Platelets

/// The days below each limit, early and then late.
fn below_limits(outcomes: &Outcomes) -> Vec<String> {
    outcomes.platelets.below.iter().map(|below| below.typed()).collect()
}

#[test]
fn days_between_two_values_on_one_side_are_on_that_side() {
    let mut told = Told::in_days(&["icaht-platelets"]);
    told.check("-5").value(Item::Platelets, "180").check("4").value(Item::Platelets, "45");
    told.check("10").value(Item::Platelets, "15").check("12").value(Item::Platelets, "18");
    told.check("20").value(Item::Platelets, "60").check("110").value(Item::Platelets, "220");
    let outcomes = told.outcomes();
    // Below 100: 4 to 20 certain, 0 to 3 and 21 to 100 open. Below 50: 4 to 12
    // certain, 0 to 3 and 13 to 19 open. Below 20: 10 to 12, and 5 to 9 and 13 to
    // 19 open. Late, all values are known to be above 50 from day 20 on.
    let expected = ["17-31", "9-20", "3-15", "0-70", "0", "0"];
    assert_eq!(below_limits(&outcomes), expected);
    let [early, late] = outcomes.platelets.windows.as_slice() else { panic!("two") };
    assert_eq!((early.window.code, early.measured, early.grade), ("early", 4, Category::Open));
    assert_eq!((late.window.code, late.measured, late.grade), ("late", 0, Category::Open));
}

#[test]
fn the_days_can_be_entered_as_they_are_told() {
    let mut told = Told::in_days(&["icaht-platelets"]);
    told.check("0").value(Item::Platelets, "45").check("8").value(Item::Platelets, "40");
    told.check("30").value(Item::Platelets, "160");
    let outcomes = told.outcomes();
    for below in outcomes.platelets.below.iter().filter(|below| below.item.is_some()) {
        let item = below.item.expect("one");
        told.value(item, &below.typed());
        let visit = told.course.open_visit().expect("one").read(&told.course.laboratory);
        assert_eq!(visit.visit.count(item), Some(below.days), "{item:?}");
    }
}

#[test]
fn one_value_below_is_enough_for_its_day() {
    let mut told = Told::in_days(&["icaht-platelets"]);
    for (day, value) in [("0", "60"), ("1", "60"), ("1", "40"), ("2", "60"), ("30", "90")] {
        told.check(day).value(Item::Platelets, value);
    }
    assert_eq!(below_limits(&told.outcomes())[1], "1");
}

#[test]
fn day_zero_is_an_infusion_only_where_cell_therapy_is_followed() {
    let infusion = |told: &Told| told.outcomes().timeline.infusion;
    let mut lupus = Told::in_days(&["sledai-2k"]);
    lupus.visit("0").remission();
    assert_eq!(infusion(&lupus), None);
    lupus.check("3");
    assert_eq!(infusion(&lupus), Some(0));
    let mut trial = Told::in_dates(&["sledai-2k"]);
    let randomised = Event { when: "2026-01-10".into(), is_day_zero: true, ..Event::default() };
    trial.visit("2026-01-10").edit(Edit::AddEvent(Event { kind: EventKind::Other, ..randomised }));
    assert_eq!(infusion(&trial), None);
    trial.edit(Edit::Choose("crs-astct-2019", true));
    assert_eq!(infusion(&trial), Some(0));
}

#[test]
fn without_an_infusion_no_days_are_counted_after_it() {
    let mut told = Told::in_dates(&["doris-2021"]);
    told.visit("2026-01-01").value(Item::Platelets, "15");
    assert_eq!(told.outcomes().platelets.below, []);
    told.event(EventKind::Infusion, "2026-01-01").visit("").value(Item::Platelets, "15");
    let outcomes = told.outcomes();
    assert_eq!(below_limits(&outcomes)[2], "1-31");
    assert_eq!((outcomes.platelets.values, outcomes.platelets.undated), (1, 1));
}

// Local reactions

#[test]
fn a_local_reaction_has_its_class_of_onset() {
    let mut told = Told::in_days(&["licats"]);
    for day in ["-1", "0", "14", "15", "30", "31", ""] {
        told.check(day).find(Finding::Present, &[Item::LocalReaction]);
    }
    told.check("40").find(Finding::Absent, &[Item::LocalReaction]);
    let onsets: Vec<Option<Onset>> =
        told.outcomes().local_reactions.iter().map(|reaction| reaction.onset).collect();
    let expected = [
        Onset::Before,
        Onset::Early,
        Onset::Early,
        Onset::Intermediate,
        Onset::Intermediate,
        Onset::Late,
        Onset::Late,
    ];
    assert_eq!(onsets, expected.map(Some), "the one without a day lies from 31 to 40");
}

// The last visit

#[test]
fn an_index_is_compared_between_the_baseline_and_the_last_visit() {
    let mut told = Told::in_days(&["eustar-2017", "acr-eular-myositis-2016"]);
    told.visit("-5").find(Finding::Present, &[Item::TendonFrictionRubs]);
    let outcomes = told.outcomes();
    assert_eq!(outcomes.sclerosis.expect("scored").last, None, "there is no later visit");
    assert_eq!(outcomes.myositis.expect("scored").level, None);
    told.visit("100").find(Finding::Absent, &[Item::TendonFrictionRubs]);
    let outcomes = told.outcomes();
    assert!(outcomes.sclerosis.and_then(|it| it.rise()).is_some_and(Bounds::is_open));
    assert_eq!(outcomes.myositis.expect("scored").level, Some(Category::Open));
}

#[test]
fn a_patient_without_disease_scores_has_no_outcomes_of_a_disease() {
    let mut told = Told::in_days(&["crs-astct-2019"]);
    told.crs("1", 1);
    let outcomes = told.outcomes();
    assert!(outcomes.lupus.is_none() && outcomes.sclerosis.is_none());
    assert!(outcomes.myositis.is_none());
}

// Properties

/// A course of lupus and its safety, drawn at random, of which the last edits
/// are answers.
#[derive(Clone, Debug)]
struct AnyCourse {
    stops: Vec<(u8, bool)>,
    answers: Vec<(u8, u8, u8)>,
}

impl Arbitrary for AnyCourse {
    fn arbitrary(g: &mut Gen) -> AnyCourse {
        let stops = 1 + below(7, g);
        let stops: Vec<(u8, bool)> =
            (0..stops).map(|_| (u8::arbitrary(g), below(3, g) == 0)).collect();
        let answers = (0..below(60, g)).map(|_| Arbitrary::arbitrary(g)).collect();
        AnyCourse { stops, answers }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = AnyCourse>> {
        let whole = self.clone();
        Box::new((0..self.answers.len()).map(move |at| {
            let mut fewer = whole.clone();
            fewer.answers.remove(at);
            fewer
        }))
    }
}

/// What is asked of these courses.
const ASKED: [Item; 12] = [
    Item::Arthritis,
    Item::Rash,
    Item::Seizure,
    Item::TherapyStable,
    Item::Pga,
    Item::Glucocorticoid,
    Item::FeverNow,
    Item::Hypotension,
    Item::BCellAplasia,
    Item::BCells,
    Item::Platelets,
    Item::HospitalisedForActivity,
];

impl AnyCourse {
    /// The course with its first so many answers.
    fn told(&self, answers: usize) -> Told {
        let mut told = Told::lupus();
        told.visit("-7").arthritis();
        for (day, is_check) in &self.stops {
            // Some have no day, and some share one.
            let day = if day % 8 == 0 { String::new() } else { (day % 40).to_string() };
            if *is_check {
                told.check(&day);
                continue;
            }
            told.visit(&day).find(Finding::Absent, &sledai::CLINICAL);
            told.find(Finding::NotAssessed, &ASKED[..3]);
        }
        let ids: Vec<VisitId> = told.course.visits().map(|visit| visit.id).skip(1).collect();
        let mut answered: Vec<(VisitId, Item)> = Vec::new();
        for (at, item, answer) in &self.answers[..answers] {
            let id = ids[usize::from(*at) % ids.len()];
            let item = ASKED[usize::from(*item) % ASKED.len()];
            // Each question is answered once, and a finding goes before its value.
            let same = |it: &Item| *it == item || it.measured_by().contains(&item);
            if answered.iter().any(|(other, it)| *other == id && same(it)) {
                continue;
            }
            answered.push((id, item));
            if item == Item::BCells {
                answered.push((id, Item::BCellAplasia));
            }
            told.course.open_at(id);
            match item {
                Item::TherapyStable => {
                    told.edit(Edit::Attest(item, Some(answer % 4 > 0)));
                }
                Item::Hypotension => {
                    told.pick(item, item.choices()[usize::from(*answer) % 4]);
                }
                Item::Pga | Item::Glucocorticoid | Item::BCells => {
                    told.value(item, ["0", "0.4", "3"][usize::from(*answer) % 3]);
                }
                Item::Platelets => {
                    told.value(item, ["15", "40", "80", "200"][usize::from(*answer) % 4]);
                }
                _ => {
                    let found = [Finding::Absent, Finding::Absent, Finding::Present];
                    told.find(found[usize::from(*answer) % 3], &[item]);
                }
            }
        }
        told
    }
}

/// Whether what was open allows what is known with one answer more.
fn still_allows(open: &Outcomes, known: &Outcomes) -> bool {
    let (one, other) = (open.lupus.as_ref().expect("lupus"), known.lupus.as_ref().expect("lupus"));
    let means = one.adjusted_means.iter().zip(&other.adjusted_means).all(|(one, other)| {
        one.mean.as_ref().zip(other.mean.as_ref()).is_none_or(|(one, other)| {
            one.value.allows(other.value.lowest()) && one.value.allows(other.value.highest())
        })
    });
    let attained = one.attained.iter().chain(&one.drug_free);
    let attained =
        attained.zip(other.attained.iter().chain(&other.drug_free)).all(|(one, other)| {
            let verdict = |one: Option<Verdict>, other: Option<Verdict>| {
                one == other || one == Some(Verdict::Undetermined)
            };
            let first = match (one.first, other.first) {
                (First::After(one), First::After(other)) => one.allows_all(other),
                (First::Perhaps { earliest, .. }, First::After(days)) => days.is_from(earliest),
                (First::Perhaps { earliest, .. }, First::Perhaps { earliest: later, .. }) => {
                    earliest <= later
                }
                (First::Perhaps { .. }, First::NotBy { .. }) => true,
                (one, other) => one == other,
            };
            first && verdict(one.ever, other.ever) && verdict(one.at_last, other.at_last)
        });
    let grades = open.gradings.iter().zip(&known.gradings).all(|(one, other)| {
        one.checks.iter().all(|check| {
            let visit = open.timeline.stops[check.stop].visit;
            let stop = known.timeline.place(visit);
            let later = other.checks.iter().find(|later| Some(later.stop) == stop);
            later.is_some_and(|later| {
                let (open, known) = (check.grade, later.grade);
                open.lowest() <= known.lowest() && known.highest() <= open.highest()
            })
        })
    });
    means && attained && grades
}

#[test]
fn an_answer_more_never_widens_what_a_course_comes_to() {
    fn property(any: AnyCourse) {
        let mut before = any.told(0).outcomes();
        for answers in 1..=any.answers.len() {
            let after = any.told(answers).outcomes();
            assert!(still_allows(&before, &after), "after {answers} answers");
            before = after;
        }
    }
    hold(40, property as fn(AnyCourse));
}

#[test]
fn the_mean_lies_between_the_lowest_and_the_highest_score() {
    fn property(any: AnyCourse) {
        let told = any.told(any.answers.len());
        let mut reader = rheumscore::session::Reader::default();
        reader.read(&told.course);
        let scores = told.course.visits().filter_map(|visit| {
            let scored = reader.score(&told.course, visit.id);
            scored.iter().find_map(|it| it.assessed()?.assessment.judgement.score)
        });
        let scores: Vec<Bounds> = scores.collect();
        if let Some(mean) = mean(&told) {
            let ends = (mean.value.lowest(), mean.value.highest());
            let lowest = scores.iter().map(|it| it.lowest()).min().expect("a score");
            let highest = scores.iter().map(|it| it.highest()).max().expect("a score");
            assert!(lowest <= ends.0 && ends.1 <= highest, "{ends:?}");
        }
    }
    hold(200, property as fn(AnyCourse));
}

#[test]
fn a_grade_is_known_exactly_where_the_instrument_knows_it() {
    fn property(any: AnyCourse) {
        let told = any.told(any.answers.len());
        let mut reader = rheumscore::session::Reader::default();
        reader.read(&told.course);
        for grading in told.outcomes().gradings {
            for check in &grading.checks {
                let visit = told.outcomes().timeline.stops[check.stop].visit;
                let scored = reader.score(&told.course, visit);
                let scored = scored.iter().find(|it| it.definition().id == grading.definition.id);
                let judgement = &scored.and_then(|it| it.assessed()).expect("graded").assessment;
                let known = check.grade.known().map(|grade| grade.to_string());
                let category = match judgement.judgement.category {
                    Some(Category::Known(name)) => Some(name.to_owned()),
                    Some(Category::Open) | None => None,
                };
                assert_eq!(known, category);
            }
        }
    }
    hold(200, property as fn(AnyCourse));
}

/// Sentences that lack a word show it: by empty brackets, doubled spaces, or a
/// mark that follows nothing.
#[test]
fn outcomes_are_told_in_whole_sentences() {
    fn property(any: AnyCourse) {
        let outcomes = any.told(any.answers.len()).outcomes();
        for section in report::outcomes(&outcomes, &ENGLISH) {
            assert!(section.rule.ends_with('.'), "{}", section.rule);
            for line in section.blocks.iter().flat_map(|block| &block.lines) {
                for wrong in ["()", "  ", " ,", " ;", " .", ": .", ", ,", ", .", "; ."] {
                    assert!(!line.contains(wrong), "{wrong:?} in {line}");
                }
                assert!(line.ends_with('.'), "{line}");
            }
        }
        let json = report::outcomes_json(&outcomes);
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{json}");
    }
    hold(200, property as fn(AnyCourse));
}

#[test]
fn no_course_ends_the_program() {
    fn property(whens: Vec<(u8, bool)>, kinds: Vec<(u8, u8)>) {
        let days = ["", "0", "-7", "30", "30", "50000", "-50000", "x", "2026-02-01"];
        let day = |at: u8| days[usize::from(at) % days.len()].to_owned();
        let mut told = Told::lupus();
        for (when, is_check) in whens {
            told.edit(if is_check { Edit::AddCheck } else { Edit::Add(Insert::Before) });
            told.edit(Edit::When(day(when))).value(Item::Platelets, "30");
            told.value(Item::BCells, if is_check { "0" } else { "5" });
        }
        for (kind, when) in kinds {
            let kind = EventKind::ALL[usize::from(kind) % EventKind::ALL.len()];
            let (label, is_day_zero) = (String::new(), kind == EventKind::Infusion);
            told.edit(Edit::AddEvent(Event { kind, label, when: day(when), is_day_zero }));
        }
        let outcomes = told.outcomes();
        let entered = told.course.visits().filter(|visit| !visit.is_blank());
        assert_eq!(outcomes.timeline.stops.len(), entered.count());
    }
    hold(300, property as fn(Vec<(u8, bool)>, Vec<(u8, u8)>));
}
