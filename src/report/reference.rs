//! What a reader wants to know of the program itself: how well each table is
//! confirmed, and how old this copy is.

use crate::instruments::Definition;
use crate::scoring::Evidence;
use crate::session::day_of_date;

/// How many rows of a calculation are known in which way, best confirmed
/// first; ways in which none is known are left out.
#[must_use]
pub fn confirmed(definition: &Definition) -> Vec<(Evidence, usize)> {
    let known = |evidence| {
        let rows = definition.rows.iter().filter(|row| row.fact.evidence == evidence);
        (evidence, rows.count())
    };
    Evidence::ALL.into_iter().map(known).filter(|(_, rows)| *rows > 0).collect()
}

/// The date on which this copy was built: that of the last change in it. A
/// development build has none.
pub const BUILT: Option<&str> = option_env!("RHEUMSCORE_BUILT");

/// After how many days there may well be a newer copy.
const OLD: u32 = 365;

/// How old a copy of the program is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age<'a> {
    /// Nobody has published it.
    Development,
    /// It was published.
    Built {
        /// On this date.
        on: &'a str,
        /// So many days ago; `None` where the clock that was asked lies before
        /// that date or shows none.
        days: Option<u32>,
    },
}

impl Age<'_> {
    /// The age of a copy built on a date, as seen on another: `2026-11-22`.
    #[must_use]
    pub fn of<'a>(built: Option<&'a str>, today: &str) -> Age<'a> {
        let Some((on, day)) = built.and_then(|on| Some((on, day_of_date(on)?))) else {
            return Age::Development;
        };
        let days = day_of_date(today).and_then(|today| u32::try_from(today - day).ok());
        Age::Built { on, days }
    }

    /// Whether a newer copy is worth looking for.
    #[must_use]
    pub fn is_old(self) -> bool {
        match self {
            Age::Development | Age::Built { days: None, .. } => false,
            Age::Built { days: Some(days), .. } => days > OLD,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instruments::REGISTRY;

    fn age(today: &str) -> Age<'static> {
        Age::of(Some("2026-11-22"), today)
    }

    fn days(today: &str) -> Option<u32> {
        match age(today) {
            Age::Development => panic!("it was published"),
            Age::Built { on, days } => {
                assert_eq!(on, "2026-11-22");
                days
            }
        }
    }

    #[test]
    fn a_copy_ages_by_the_day() {
        assert_eq!(days("2026-11-22"), Some(0));
        assert_eq!(days("2027-01-01"), Some(40));
        assert_eq!(days("2028-11-22"), Some(731));
    }

    #[test]
    fn a_clock_before_the_build_tells_no_age() {
        assert_eq!(days("2026-11-21"), None);
        assert_eq!(days(""), None);
    }

    #[test]
    fn after_a_year_a_newer_copy_is_worth_looking_for() {
        assert!(!age("2027-11-22").is_old());
        assert!(age("2027-11-23").is_old());
        assert!(!age("1970-01-01").is_old());
    }

    #[test]
    fn a_copy_without_a_date_is_a_development_build() {
        for built in [None, Some(""), Some("yesterday")] {
            assert_eq!(Age::of(built, "2026-11-22"), Age::Development);
        }
    }

    #[test]
    fn every_row_is_known_in_one_way() {
        for instrument in REGISTRY {
            let definition = instrument.definition();
            let rows: usize = confirmed(definition).iter().map(|(_, rows)| rows).sum();
            assert_eq!(rows, definition.rows.len(), "{}", definition.id);
            assert!(confirmed(definition).iter().all(|(_, rows)| *rows > 0));
        }
    }
}
