//! Dates and days.

/// How the visits of a course are placed in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Timing {
    /// By the date in the calendar.
    #[default]
    Dates,
    /// By the day counted from a day zero, so that no date is kept.
    Days,
}

impl Timing {
    /// Both.
    pub const ALL: [Timing; 2] = [Timing::Dates, Timing::Days];

    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Timing::Dates => "dates",
            Timing::Days => "days",
        }
    }
}

/// When something was, as far as what was typed says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Nothing was typed.
    Unset,
    /// A day: counted from 1 January 1970 or from the day zero of the course.
    Day(i32),
    /// What was typed is no day.
    Unreadable,
}

/// The furthest day from day zero that is read: a life.
const FURTHEST_DAY: i32 = 50_000;

impl Moment {
    /// Reads what was typed.
    #[must_use]
    pub fn read(timing: Timing, typed: &str) -> Moment {
        let typed = typed.trim();
        if typed.is_empty() {
            return Moment::Unset;
        }
        let day = match timing {
            Timing::Dates => day_of_date(typed),
            Timing::Days => typed
                .replace('\u{2212}', "-")
                .parse()
                .ok()
                .filter(|day: &i32| (-FURTHEST_DAY..=FURTHEST_DAY).contains(day)),
        };
        day.map_or(Moment::Unreadable, Moment::Day)
    }

    /// The day, where there is one.
    #[must_use]
    pub const fn day(self) -> Option<i32> {
        match self {
            Moment::Day(day) => Some(day),
            Moment::Unset | Moment::Unreadable => None,
        }
    }
}

/// The days from 1 January 1970 to a date of the form `2026-03-14`.
#[must_use]
pub fn day_of_date(date: &str) -> Option<i32> {
    let mut parts = date.splitn(3, '-');
    let mut part = |digits: usize| {
        let text = parts.next()?;
        let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i32>().ok().filter(|_| is_number)
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let is_date = (1900..=2199).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days_of_month(year, month)).contains(&day);
    is_date.then(|| days_before_year(year) + days_before_month(year, month) + day - 1)
}

/// The date of a day counted from 1 January 1970.
#[must_use]
pub fn date_of_day(day: i32) -> Option<String> {
    let year = (1900..=2199).rev().find(|year| days_before_year(*year) <= day)?;
    let rest = day - days_before_year(year);
    let month = (1..=12).rev().find(|month| days_before_month(year, *month) <= rest)?;
    let day = rest - days_before_month(year, month) + 1;
    (day <= days_of_month(year, month)).then(|| format!("{year}-{month:02}-{day:02}"))
}

const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_of_month(year: i32, month: i32) -> i32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_before_month(year: i32, month: i32) -> i32 {
    (1..month).map(|month| days_of_month(year, month)).sum()
}

const fn days_before_year(year: i32) -> i32 {
    let before = year - 1;
    // Days before the year 1970 of a calendar that has always had leap years.
    const BEFORE_1970: i32 = 719_162;
    before * 365 + before / 4 - before / 100 + before / 400 - BEFORE_1970
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_days_lead_back_to_each_other() {
        for (date, day) in [
            ("1970-01-01", 0),
            ("1969-12-31", -1),
            ("2000-02-29", 11_016),
            ("2000-03-01", 11_017),
            ("2026-11-22", 20_779),
        ] {
            assert_eq!(day_of_date(date), Some(day), "{date}");
            assert_eq!(date_of_day(day).as_deref(), Some(date));
        }
        let whole_range = days_before_year(1900)..days_before_year(2200);
        for day in whole_range.step_by(17) {
            assert_eq!(date_of_day(day).and_then(|date| day_of_date(&date)), Some(day));
        }
    }

    #[test]
    fn what_is_no_date_is_told_from_what_was_not_typed() {
        for typed in ["2026-02-29", "2026-13-01", "2026-1-1", "14.3.2026", "26-01-01", "x"] {
            assert_eq!(Moment::read(Timing::Dates, typed), Moment::Unreadable, "{typed}");
        }
        assert_eq!(Moment::read(Timing::Dates, " "), Moment::Unset);
    }

    #[test]
    fn days_may_lie_before_day_zero() {
        assert_eq!(Moment::read(Timing::Days, "-14"), Moment::Day(-14));
        assert_eq!(Moment::read(Timing::Days, "\u{2212}14"), Moment::Day(-14));
        assert_eq!(Moment::read(Timing::Days, "1.5"), Moment::Unreadable);
        assert_eq!(Moment::read(Timing::Days, "99999"), Moment::Unreadable);
    }
}
