//! The ten points of the ICE score, one by one.
//!
//! A point that was not tested is not one that failed: there is a score only
//! once all ten were tested, and a part of them gives none.

use super::Marked;

/// A point of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IcePoint {
    /// Knows the year.
    Year,
    /// Knows the month.
    Month,
    /// Knows the city.
    City,
    /// Knows the hospital.
    Hospital,
    /// Names an object.
    FirstObject,
    /// Names another.
    SecondObject,
    /// Names a third.
    ThirdObject,
    /// Follows a command.
    Command,
    /// Writes a sentence.
    Sentence,
    /// Counts back from 100 by tens.
    CountingBack,
}

impl IcePoint {
    /// All ten, as they are asked.
    pub const ALL: [IcePoint; 10] = [
        IcePoint::Year,
        IcePoint::Month,
        IcePoint::City,
        IcePoint::Hospital,
        IcePoint::FirstObject,
        IcePoint::SecondObject,
        IcePoint::ThirdObject,
        IcePoint::Command,
        IcePoint::Sentence,
        IcePoint::CountingBack,
    ];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            IcePoint::Year => "year",
            IcePoint::Month => "month",
            IcePoint::City => "city",
            IcePoint::Hospital => "hospital",
            IcePoint::FirstObject => "first_object",
            IcePoint::SecondObject => "second_object",
            IcePoint::ThirdObject => "third_object",
            IcePoint::Command => "command",
            IcePoint::Sentence => "sentence",
            IcePoint::CountingBack => "counting_back",
        }
    }

    /// The point of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<IcePoint> {
        IcePoint::ALL.into_iter().find(|point| point.code() == code)
    }
}

/// What is known of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum IceState {
    /// Nobody tested it.
    #[default]
    NotTested,
    /// Tested, and failed.
    Failed,
    /// Tested, and done.
    Done,
}

impl IceState {
    /// All states, as they are offered.
    pub const ALL: [IceState; 3] = [IceState::Done, IceState::Failed, IceState::NotTested];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            IceState::NotTested => "not_tested",
            IceState::Failed => "failed",
            IceState::Done => "done",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<IceState> {
        IceState::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// The points of a visit.
pub type IceSheet = Marked<IcePoint, IceState>;

impl IceSheet {
    /// The score: the points that were done, once all were tested.
    #[must_use]
    pub fn score(&self) -> Option<u32> {
        let all = IcePoint::ALL.len() == self.marked().len();
        all.then(|| self.in_state(IceState::Done))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Item;

    #[test]
    fn a_code_is_its_point_in_words_and_finds_it_again() {
        for point in IcePoint::ALL {
            assert_eq!(IcePoint::from_code(point.code()), Some(point));
            assert_eq!(point.code().replace('_', ""), format!("{point:?}").to_lowercase());
        }
        for state in IceState::ALL {
            assert_eq!(IceState::from_code(state.code()), Some(state));
        }
        assert!(IcePoint::ALL.is_sorted());
    }

    #[test]
    fn there_is_a_score_only_once_all_ten_were_tested() {
        let mut sheet = IceSheet::default();
        assert_eq!(sheet.score(), None);
        for point in IcePoint::ALL.into_iter().skip(1) {
            sheet.mark(point, IceState::Done);
            assert_eq!(sheet.score(), None, "{point:?}");
        }
        sheet.mark(IcePoint::Year, IceState::Failed);
        assert_eq!(sheet.score(), Some(9));
        sheet.mark(IcePoint::Month, IceState::NotTested);
        assert_eq!(sheet.score(), None);
    }

    #[test]
    fn a_full_sheet_is_the_highest_score_and_one_of_failures_is_zero() {
        for (state, score) in
            [(IceState::Done, Item::IceScore.highest_count()), (IceState::Failed, 0)]
        {
            let mut sheet = IceSheet::default();
            sheet.mark_rest(&IcePoint::ALL, state);
            assert_eq!(sheet.score(), Some(score));
        }
    }
}
