//! What a drawing promises, whatever is drawn.

use quickcheck::quickcheck;

use super::*;
use crate::instruments::{Choices, REGISTRY, find};
use crate::items::Counted;
use crate::scoring::{Bounds, Exact, Verdict};
use crate::text::ENGLISH;

fn known(score: i64) -> Option<Bounds> {
    Some(Bounds::exactly(Exact::integer(score)))
}

fn between(one: i64, other: i64) -> Option<Bounds> {
    Some(Bounds::between(Exact::integer(one), Exact::integer(other)))
}

fn visit(day: i64, score: Option<Bounds>, verdict: Option<Verdict>) -> ChartPoint {
    ChartPoint { label: format!("Visit on day {day}"), day, score, verdict }
}

fn mark(label: &str, day: i64) -> ChartMark {
    ChartMark { label: label.to_owned(), day }
}

fn sledai() -> Option<Yardstick> {
    Yardstick::of(find("sledai-2k").expect("known").definition(), Choices::default())
}

fn sledai_chart(points: Vec<ChartPoint>) -> ChartInput {
    ChartInput { yardstick: sledai(), points, marks: Vec::new() }
}

/// Every yardstick of the registry, under every value of the first option.
fn yardsticks() -> Vec<Yardstick> {
    let mut yardsticks = Vec::new();
    for instrument in REGISTRY {
        for place in 0..3 {
            let choices = Choices::default().with(0, place);
            yardsticks.extend(Yardstick::of(instrument.definition(), choices));
        }
    }
    assert!(yardsticks.len() > 10, "the registry has scales");
    yardsticks
}

fn both(input: &ChartInput) -> [Drawing; 2] {
    [ChartWidth::Wide, ChartWidth::Narrow].map(|width| chart(input, width, &ENGLISH))
}

/// Charts of all kinds: none, one or two hundred visits, open or of one day.
fn charts() -> Vec<Drawing> {
    let verdicts = [Verdict::Met, Verdict::NotMet, Verdict::Undetermined, Verdict::Met];
    let many = (0..200).map(|at| {
        let score = if at % 17 == 3 { between(2, 90) } else { known(at * at / 7 % 106) };
        let verdict = usize::try_from(at % 4).ok().and_then(|at| verdicts.get(at)).copied();
        visit(at * 9 - 300, score, verdict)
    });
    let many: Vec<ChartPoint> = many.collect();
    let only = |keep: fn(&mut ChartPoint)| {
        let mut points = many.clone();
        points.iter_mut().for_each(keep);
        points
    };
    let points = [
        Vec::new(),
        vec![visit(3, known(4), None)],
        vec![visit(3, between(0, 105), Some(Verdict::Undetermined))],
        vec![visit(0, None, None)],
        only(|point| point.verdict = None),
        only(|point| point.score = None),
        only(|point| point.score = between(-7, 300)),
        only(|point| point.day = 12),
        only(|point| point.label = String::new()),
        vec![visit(i64::MIN, known(3), None), visit(i64::MAX, known(400), None)],
        many.clone(),
    ];
    let marks = [
        Vec::new(),
        vec![mark("Leukapheresis", -30), mark("Infusion", 0), mark("Infusion", 0)],
        (0..60).map(|at| mark("Cycle", at * 30)).collect(),
        // The last name has its place only to the left of its line.
        vec![mark("Leukapheresis", 2800), mark("Infusion", 2900), mark("Second infusion", 3000)],
    ];
    let mut charts = Vec::new();
    for yardstick in yardsticks().into_iter().map(Some).chain([None]) {
        for points in &points {
            for marks in &marks {
                let input = ChartInput { yardstick, points: points.clone(), marks: marks.clone() };
                charts.extend(both(&input));
            }
        }
    }
    charts
}

fn scales() -> Vec<Drawing> {
    let scores = [known(0), known(5), known(41), known(400), between(2, 3), between(0, 105)];
    let of = |yardstick: Yardstick| {
        scores.into_iter().flatten().map(move |score| scale(&yardstick, score, &ENGLISH))
    };
    yardsticks().into_iter().flat_map(of).collect()
}

/// Where a shape begins and ends, to the right and down.
fn extent(shape: &Shape) -> (Place, Place) {
    match shape {
        Shape::Line { from, to, .. } => {
            ((from.0.min(to.0), from.1.min(to.1)), (from.0.max(to.0), from.1.max(to.1)))
        }
        Shape::Rectangle { corner, size, .. } => (*corner, (corner.0 + size.0, corner.1 + size.1)),
        // The centre is what it says.
        Shape::Circle { centre, .. } => (*centre, *centre),
        Shape::Text { at, anchor, text, .. } => {
            let left = match anchor {
                Anchor::Start => at.0,
                Anchor::Middle => at.0 - width(text) / 2,
                Anchor::End => at.0 - width(text),
            };
            ((left, at.1 - TO_BASE - LINE / 2), (left + width(text), at.1 - TO_BASE + LINE / 2))
        }
    }
}

fn of_class<'a>(drawing: &'a Drawing, class: &'a str) -> impl Iterator<Item = &'a Shape> {
    drawing.shapes.iter().filter(move |shape| shape.element().1 == class)
}

fn rectangles(drawing: &Drawing, class: &str) -> Vec<(Place, Place)> {
    let rectangle = |shape: &&Shape| matches!(shape, Shape::Rectangle { .. });
    of_class(drawing, class).filter(rectangle).map(extent).collect()
}

fn dots(drawing: &Drawing) -> Vec<Place> {
    let dot = |shape: &Shape| match shape {
        Shape::Circle { centre, .. } => Some(*centre),
        Shape::Line { .. } | Shape::Rectangle { .. } | Shape::Text { .. } => None,
    };
    of_class(drawing, SCORE).filter_map(dot).collect()
}

fn texts(drawing: &Drawing) -> Vec<&str> {
    drawing
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            Shape::Line { .. } | Shape::Rectangle { .. } | Shape::Circle { .. } => None,
        })
        .collect()
}

fn assert_within(drawing: &Drawing) {
    for shape in &drawing.shapes {
        let (from, to) = extent(shape);
        let within = from.0 >= 0 && from.1 >= 0 && to.0 <= drawing.width && to.1 <= drawing.height;
        assert!(within, "{shape:?} leaves {} by {}", drawing.width, drawing.height);
    }
}

fn assert_apart(drawing: &Drawing) {
    let texts = drawing.shapes.iter().filter(|shape| matches!(shape, Shape::Text { .. }));
    let texts: Vec<_> = texts.map(|shape| (extent(shape), shape)).collect();
    for (at, ((from, to), one)) in texts.iter().enumerate() {
        for ((start, end), other) in texts.iter().skip(at + 1) {
            let apart = to.0 <= start.0 || end.0 <= from.0 || to.1 <= start.1 || end.1 <= from.1;
            assert!(apart, "{one:?} touches {other:?}");
        }
    }
}

/// Lanes of all kinds: few days and many, open grades, times without an end.
fn all_lanes() -> Vec<Drawing> {
    let grade = |day: i64| {
        let lowest = u32::try_from(day.rem_euclid(6)).expect("a grade");
        (day, Counted::between(lowest, (lowest + u32::from(day % 5 == 0)).min(5)).expect("a range"))
    };
    let grades = |days: i64| Shown::Grades((-2..days).map(grade).collect());
    let times = Shown::Times(vec![
        Time { certain: None, possible: (Some(-3), Some(2)) },
        Time { certain: Some((Some(8), Some(60))), possible: (Some(3), Some(90)) },
        Time { certain: Some((Some(95), None)), possible: (Some(91), None) },
    ]);
    let lane = |name: &str, shows: Shown| Lane { name: name.to_owned(), shows };
    let inputs = [
        vec![],
        vec![lane("CRS grade", grades(-1))],
        vec![lane("CRS grade", grades(9)), lane("ICANS grade", grades(14))],
        vec![lane("CRS grade", grades(30)), lane("Tocilizumab", Shown::Days(vec![2, 3, 3]))],
        vec![lane("CRS grade", grades(400)), lane("B cells absent", times.clone())],
        vec![lane("B cells absent", times), lane("Visits", Shown::Days(vec![-30, 0, 700]))],
    ];
    let marks = [vec![], vec![mark("CAR-T infusion", 0), mark("A second infusion", 1)]];
    let mut drawings = Vec::new();
    for lanes_of in inputs {
        for marks in &marks {
            let input = LanesInput { lanes: lanes_of.clone(), marks: marks.clone() };
            let both = [ChartWidth::Wide, ChartWidth::Narrow];
            drawings.extend(both.map(|width| lanes(&input, width, &ENGLISH)));
        }
    }
    drawings
}

#[test]
fn nothing_is_drawn_outside_of_a_drawing() {
    charts().iter().chain(&scales()).chain(&all_lanes()).for_each(assert_within);
}

#[test]
fn no_label_touches_another() {
    charts().iter().chain(&scales()).chain(&all_lanes()).for_each(assert_apart);
}

#[test]
fn a_higher_grade_is_a_higher_bar_on_its_own_day() {
    let grades =
        [(0, 0), (3, 1), (1, 4), (2, 2)].map(|(day, grade)| (day, Counted::exactly(grade)));
    let lane = Lane { name: "CRS grade".into(), shows: Shown::Grades(grades.into()) };
    let input = LanesInput { lanes: vec![lane], marks: Vec::new() };
    let drawing = lanes(&input, ChartWidth::Wide, &ENGLISH);
    let bars = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Rectangle { corner, size, .. } => Some((corner.0, size.1)),
        Shape::Line { .. } | Shape::Circle { .. } | Shape::Text { .. } => None,
    });
    let bars: Vec<Place> = bars.collect();
    assert!(bars.is_sorted_by_key(|(x, _)| *x), "in the order of days");
    let heights: Vec<i32> = bars.iter().map(|(_, height)| *height).collect();
    assert_eq!(heights, [1, 21, 11, 6]);
    assert!(["0", "4", "2", "1"].iter().all(|grade| texts(&drawing).contains(grade)));
}

#[test]
fn a_grade_that_is_open_says_so_and_spans_what_it_can_be() {
    let open = Counted::between(1, 3).expect("a range");
    let lane = Lane { name: "CRS grade".into(), shows: Shown::Grades(vec![(1, open)]) };
    let input = LanesInput { lanes: vec![lane], marks: Vec::new() };
    let drawing = lanes(&input, ChartWidth::Wide, &ENGLISH);
    let [bar] = rectangles(&drawing, BAR)[..] else { panic!("one bar") };
    assert_eq!(bar.1.1 - bar.0.1, 10);
    assert!(texts(&drawing).contains(&"?"));
    assert!(rectangles(&drawing, "rs-draw__grade").is_empty());
}

#[test]
fn no_line_of_an_event_goes_through_a_name() {
    for drawing in charts() {
        let (lines, names): (Vec<&Shape>, Vec<&Shape>) =
            of_class(&drawing, "rs-draw__event").partition(|it| matches!(it, Shape::Line { .. }));
        for (line, name) in lines.iter().flat_map(|line| names.iter().map(move |it| (line, it))) {
            let ((x, top), (_, bottom)) = extent(line);
            let ((left, above), (right, below)) = extent(name);
            let through = left < x && x < right && top < below && above < bottom;
            assert!(!through, "{line:?} goes through {name:?}");
        }
    }
}

#[test]
fn scores_lie_within_the_bands() {
    for drawing in charts().iter().chain(&scales()) {
        let bands: Vec<_> = SHADES.iter().flat_map(|it| rectangles(drawing, it)).collect();
        let left = bands.iter().map(|(from, _)| from.0).min().unwrap_or(0);
        let right = bands.iter().map(|(_, to)| to.0).max().unwrap_or(0);
        let top = bands.iter().map(|(from, _)| from.1).min().unwrap_or(0);
        let bottom = bands.iter().map(|(_, to)| to.1).max().unwrap_or(0);
        for (x, y) in dots(drawing) {
            assert!(left <= x && x <= right && top <= y && y <= bottom, "{x} {y}");
        }
    }
}

#[test]
fn bands_tile_the_axis() {
    for drawing in scales() {
        let mut bands: Vec<_> = SHADES.iter().flat_map(|it| rectangles(&drawing, it)).collect();
        bands.sort();
        assert_eq!(bands.first().map(|(from, _)| from.0), Some(8));
        assert_eq!(bands.last().map(|(_, to)| to.0), Some(drawing.width - 8));
        for pair in bands.windows(2) {
            assert_eq!(pair[0].1.0, pair[1].0.0, "a gap");
            assert!(pair[0].0.0 < pair[0].1.0, "a band without a length");
        }
    }
}

/// The scores that an instrument with bands can give are whole, or multiples
/// of two and a half.
#[test]
fn every_score_lies_in_its_band() {
    for yardstick in yardsticks() {
        let Some(bands) = yardstick.bands else { continue };
        let half = |halves: i32| Exact::ratio(halves, 2);
        let whole = yardstick.range.1 > Exact::integer(100);
        let steps: Vec<Exact> = if whole {
            (0..=105).map(|score| half(score * 2)).collect()
        } else {
            (0..=40).map(|score| half(score * 5)).collect()
        };
        for score in steps {
            let axis = axis::Axis::new(&yardstick, [Bounds::exactly(score)].into_iter(), 304);
            let place = axis.at_value(score);
            let tiles = axis.tiles(&yardstick);
            let own = tiles.iter().find(|tile| tile.name == bands.name(score)).expect("a band");
            assert!(own.from <= place && place <= own.to, "{score:?} lies beside {}", own.name);
        }
    }
}

#[test]
fn a_higher_score_never_lies_lower() {
    for yardstick in yardsticks() {
        for reached in [known(0), known(23), known(60)] {
            let axis = axis::Axis::new(&yardstick, reached.into_iter(), 160);
            let places: Vec<i32> =
                (-10..900).map(|score| axis.at_value(Exact::ratio(score, 8))).collect();
            assert!(places.is_sorted());
            assert_eq!(axis.at_value(Exact::integer(-1)), 0);
            let (_, highest) = yardstick.range;
            assert_eq!(axis.at_value(highest + Exact::integer(60)), 160);
        }
    }
}

#[test]
fn a_long_scale_is_broken_behind_its_last_band_or_the_score() {
    let numbers = |score: Option<Bounds>| {
        let drawing = scale(&sledai().expect("a scale"), score.expect("a score"), &ENGLISH);
        let broken = of_class(&drawing, BREAK).next().is_some();
        let texts = texts(&drawing).into_iter().map(str::to_owned).collect::<Vec<_>>();
        (texts.into_iter().filter(|text| text.parse::<u8>().is_ok()).collect::<Vec<_>>(), broken)
    };
    let owned = |texts: &[&str]| texts.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    assert_eq!(numbers(known(8)), (owned(&["0", "105", "5", "10", "19", "25"]), true));
    assert_eq!(numbers(between(3, 105)), (owned(&["0", "105", "5", "10", "19", "25"]), true));
    assert_eq!(numbers(known(41)), (owned(&["0", "105", "5", "10", "19", "45"]), true));
    assert!(!numbers(known(70)).1, "a high score has the whole scale");
}

#[test]
fn the_order_of_days_is_the_order_from_left_to_right() {
    let days = [30, -5, 7, 7, 7, 8, 400, 400, 0, 31];
    let points = days.iter().zip(1..).map(|(day, score)| visit(*day, known(score), None));
    for drawing in both(&sledai_chart(points.collect())) {
        let places: Vec<i32> = dots(&drawing).iter().map(|(x, _)| *x).collect();
        assert_eq!(places.len(), days.len());
        assert!(places.is_sorted());
        let last: Vec<&i32> = places.iter().rev().take(2).collect();
        assert!(last[0] - last[1] >= 8, "visits of one day are told apart: {places:?}");
    }
}

#[test]
fn an_open_score_spans_exactly_what_it_can_be() {
    let points =
        vec![visit(0, known(4), None), visit(9, between(4, 12), None), visit(20, known(12), None)];
    for drawing in both(&sledai_chart(points)) {
        let [low, high] = dots(&drawing)[..] else { panic!("two scores are known") };
        let [bar] = rectangles(&drawing, BAR)[..] else { panic!("one score is open") };
        assert_eq!((bar.0.1, bar.1.1), (high.1, low.1));
        let is_end = |shape: &&Shape| matches!(shape, Shape::Line { .. });
        let ends = of_class(&drawing, SCORE).filter(is_end).map(|it| extent(it).0.1);
        assert_eq!(ends.collect::<Vec<_>>(), [low.1, high.1]);
        assert_eq!(of_class(&drawing, "rs-draw__trend").count(), 0, "nothing is known between");
    }
}

#[test]
fn a_score_that_is_nearly_known_does_not_look_known() {
    let yardstick = sledai().expect("a scale");
    for (from, to) in [(0, 1), (104, 105), (80, 81)] {
        let score = Bounds::between(Exact::integer(from), Exact::ratio(to * 1000 - 999, 1000));
        let drawing = scale(&yardstick, score, &ENGLISH);
        let [(from, to)] = rectangles(&drawing, BAR)[..] else { panic!("a bar") };
        assert!(dots(&drawing).is_empty());
        assert!(to.0 - from.0 >= 4);
    }
}

#[test]
fn known_scores_are_joined_where_nothing_open_lies_between() {
    let scores = [known(9), known(4), between(1, 3), known(2), known(0), None, known(1)];
    let points = scores.into_iter().zip(0..).map(|(score, day)| visit(day * 30, score, None));
    let [wide, narrow] = both(&sledai_chart(points.collect()));
    assert_eq!(of_class(&wide, "rs-draw__trend").count(), 2);
    assert_eq!(of_class(&narrow, "rs-draw__trend").count(), 2);
}

#[test]
fn an_event_stands_on_its_day() {
    let mut input = sledai_chart(vec![visit(-14, known(9), None), visit(28, known(4), None)]);
    input.marks.push(mark("Infusion", 28));
    for drawing in both(&input) {
        let day = dots(&drawing)[1].0;
        let lines = of_class(&drawing, "rs-draw__event").map(extent).filter(|(a, b)| a.0 == b.0);
        let places: Vec<i32> = lines.map(|(from, _)| from.0).collect();
        assert!(!places.is_empty() && places.iter().all(|place| *place == day));
    }
}

#[test]
fn each_verdict_has_its_own_sign_in_its_own_row() {
    let verdicts = [Verdict::Met, Verdict::Undetermined, Verdict::NotMet];
    let points =
        verdicts.into_iter().zip(0..).map(|(it, day)| visit(day * 50, None, Some(it))).collect();
    for drawing in both(&ChartInput { points, ..ChartInput::default() }) {
        let met: Vec<_> = of_class(&drawing, "rs-draw__met").map(extent).collect();
        let signs: Vec<&Shape> = of_class(&drawing, "rs-draw__sign").collect();
        assert_eq!(met.len(), 1);
        let count = |of: fn(&&&Shape) -> bool| signs.iter().filter(of).count();
        assert_eq!(count(|it| matches!(it, Shape::Circle { .. })), 1);
        assert_eq!(count(|it| matches!(it, Shape::Text { .. })), 1);
        assert_eq!(count(|it| matches!(it, Shape::Line { .. })), 2);
        let rows = ["met", "open", "not met"];
        assert!(rows.iter().all(|row| texts(&drawing).contains(row)));
    }
}

#[test]
fn verdicts_in_a_crowd_are_all_still_there() {
    let points = (0..200).map(|day| visit(day * 9, None, Some(Verdict::NotMet))).collect();
    for drawing in both(&ChartInput { points, ..ChartInput::default() }) {
        assert_eq!(of_class(&drawing, "rs-draw__sign").count(), 200);
    }
}

#[test]
fn days_are_counted_in_what_fits_their_span() {
    for (span, unit) in [(6, "days"), (80, "weeks"), (700, "months"), (9000, "years")] {
        let points = vec![visit(0, known(1), None), visit(span, known(1), None)];
        let [_, narrow] = both(&sledai_chart(points));
        assert!(texts(&narrow).contains(&unit), "{span} days: {:?}", texts(&narrow));
    }
}

#[test]
fn what_was_before_day_zero_is_counted_backwards() {
    let points = vec![visit(-28, known(1), None), visit(28, known(1), None)];
    let [wide, _] = both(&sledai_chart(points));
    for label in ["\u{2212}4", "\u{2212}2", "0", "2", "4", "weeks"] {
        assert!(texts(&wide).contains(&label), "{label} in {:?}", texts(&wide));
    }
}

#[test]
fn the_first_and_the_last_of_many_visits_are_named() {
    let points = (0..200).map(|day| visit(day, known(3), None)).collect();
    for drawing in both(&sledai_chart(points)) {
        let texts = texts(&drawing);
        assert!(texts.contains(&"Visit on day 0") && texts.contains(&"Visit on day 199"));
    }
}

quickcheck! {
    fn any_visits_are_drawn_within_and_apart(visits: Vec<(i16, u8, u8)>, marks: Vec<i16>) -> bool {
        let points = visits.iter().map(|(day, one, other)| {
            visit(i64::from(*day), between(i64::from(*one), i64::from(*other)), None)
        });
        let mut input = sledai_chart(points.collect());
        input.marks = marks.iter().map(|day| mark("Infusion", i64::from(*day))).collect();
        for drawing in both(&input) {
            assert_within(&drawing);
            assert_apart(&drawing);
        }
        true
    }
}
