//! Numbers of several patients.

use crate::scoring::Exact;

/// Numbers that are known, one of each patient, from the lowest up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample(Vec<Exact>);

/// A mean, and how far numbers lie from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moments {
    /// The mean.
    pub mean: Exact,
    /// The variance of a sample, which divides by one less than the number; of
    /// one number there is none. Its root is the standard deviation.
    pub variance: Option<Exact>,
}

impl FromIterator<Exact> for Sample {
    fn from_iter<I: IntoIterator<Item = Exact>>(numbers: I) -> Sample {
        let mut numbers: Vec<Exact> = numbers.into_iter().map(Exact::reduced).collect();
        numbers.sort();
        Sample(numbers)
    }
}

impl Sample {
    /// Of how many patients it is.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it is of none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lowest.
    #[must_use]
    pub fn lowest(&self) -> Option<Exact> {
        self.0.first().copied()
    }

    /// The highest.
    #[must_use]
    pub fn highest(&self) -> Option<Exact> {
        self.0.last().copied()
    }

    /// The one in the middle; of an even number, the mean of the two there.
    #[must_use]
    pub fn median(&self) -> Option<Exact> {
        let upper = *self.0.get(self.0.len() / 2)?;
        let lower = *self.0.get((self.0.len() - 1) / 2)?;
        Some(((lower + upper) * Exact::ratio(1, 2)).reduced())
    }
}

impl Moments {
    /// Of whole numbers of days; of none there are none.
    #[must_use]
    pub fn of_days(days: &[i32]) -> Option<Moments> {
        let many = i64::try_from(days.len()).ok().filter(|many| *many > 0)?;
        let sum: i64 = days.iter().map(|days| i64::from(*days)).sum();
        let squares = days.iter().map(|days| {
            let days = Exact::integer(i64::from(*days));
            days * days
        });
        let squares = squares.fold(Exact::ZERO, |sum, square| sum + square);
        let (sum, of) = (Exact::integer(sum), Exact::integer(many));
        let spread = (of * squares - sum * sum).reduced();
        Some(Moments {
            mean: (sum / of).reduced(),
            variance: (many > 1).then(|| (spread / (of * Exact::integer(many - 1))).reduced()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(numbers: &[i64]) -> Sample {
        numbers.iter().map(|number| Exact::integer(*number)).collect()
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(sample(&[]).median(), None);
        assert_eq!(sample(&[7]).median(), Some(Exact::integer(7)));
        assert_eq!(sample(&[9, 1, 4]).median(), Some(Exact::integer(4)));
        assert_eq!(sample(&[9, 1, 4, 5]).median(), Some(Exact::ratio(9, 2)));
        assert_eq!(sample(&[9, 1, 4]).lowest(), Some(Exact::integer(1)));
        assert_eq!(sample(&[9, 1, 4]).highest(), Some(Exact::integer(9)));
    }

    #[test]
    fn the_variance_is_that_of_a_sample() {
        let moments = Moments::of_days(&[112, 159, 65]).expect("three");
        assert_eq!(moments.mean, Exact::integer(112));
        assert_eq!(moments.variance, Some(Exact::integer(47 * 47)));
        let alone = Moments::of_days(&[90]).expect("one");
        assert_eq!((alone.mean, alone.variance), (Exact::integer(90), None));
        assert_eq!(Moments::of_days(&[]), None);
    }
}
