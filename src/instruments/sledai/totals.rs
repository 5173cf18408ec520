//! The totals that a visit can still come to, one by one: ends alone do not
//! tell what a rule makes of them.

use crate::items::{Counted, Item};
use crate::scoring::Mention;

/// Totals that are possible: a bit for each, from 0 to 105.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::instruments) struct Totals(u128);

impl Totals {
    /// One total.
    const fn exactly(total: u32) -> Totals {
        Totals(1 << total)
    }

    /// Whatever a count can be.
    fn of(count: Counted) -> Totals {
        (count.lowest()..=count.highest()).fold(Totals(0), |Totals(all), it| Totals(all | 1 << it))
    }

    /// The same with a descriptor that may count or not.
    const fn or_more(self, weight: u32) -> Totals {
        Totals(self.0 | self.0 << weight)
    }

    /// The totals, from the lowest up.
    pub(in crate::instruments) fn iter(self) -> impl Iterator<Item = u32> + Clone {
        (0..u128::BITS).filter(move |total| self.0 >> total & 1 == 1)
    }

    /// Whether any of them is like this.
    pub(in crate::instruments) fn any(self, is_like: impl Fn(u32) -> bool) -> bool {
        self.iter().any(is_like)
    }
}

/// A descriptor that may count or not.
#[derive(Clone, Copy, Debug)]
pub(in crate::instruments) struct Open {
    /// The descriptor.
    pub item: Item,
    /// Its points.
    pub weight: u32,
    /// What could still tell.
    pub mentions: [Option<Mention>; 2],
}

/// What a visit comes to for certain, and what may come to it.
#[derive(Clone, Debug, Default)]
pub(in crate::instruments) struct Undecided {
    /// The points of the descriptors that count.
    pub certain: u32,
    /// The descriptors that are open.
    pub open: Vec<Open>,
    /// The total that a record holds in place of descriptors.
    pub recorded: Option<(Mention, Counted)>,
}

impl Undecided {
    /// The totals that are possible.
    pub(in crate::instruments) fn totals(&self) -> Totals {
        self.totals_without(usize::MAX)
    }

    /// The totals that are possible without one of the open descriptors.
    fn totals_without(&self, one: usize) -> Totals {
        if let Some((_, total)) = self.recorded {
            return Totals::of(total);
        }
        let others = self.open.iter().enumerate().filter(|(at, _)| *at != one);
        others.fold(Totals::exactly(self.certain), |totals, (_, open)| totals.or_more(open.weight))
    }

    /// What could still change the total.
    pub(in crate::instruments) fn missing(&self) -> Vec<Mention> {
        let recorded = self.recorded.filter(|(_, total)| total.known().is_none());
        let recorded = recorded.map(|(mention, _)| mention);
        self.open.iter().flat_map(|open| open.mentions).flatten().chain(recorded).collect()
    }

    /// The same, should none of these descriptors count.
    pub(in crate::instruments) fn should_be_absent(&self, items: &[Item]) -> Undecided {
        let others = self.open.iter().filter(|open| !items.contains(&open.item));
        Undecided { open: others.copied().collect(), ..*self }
    }

    /// What could change what a rule makes of the total, for some answers to all
    /// else. The rule is asked about a total and a higher one that differ in a
    /// single descriptor.
    pub(in crate::instruments) fn decisive(
        &self,
        differ: impl Fn(u32, u32) -> bool,
    ) -> Vec<Mention> {
        // What the others can come to is the same for all of one weight.
        let mut tried: Vec<(u32, bool)> = Vec::new();
        let mut mentions: Vec<Mention> = Vec::new();
        if let Some((mention, total)) = self.recorded {
            let (lowest, highest) = (total.lowest(), total.highest());
            mentions.extend((lowest < highest && differ(lowest, highest)).then_some(mention));
        }
        for (at, open) in self.open.iter().enumerate() {
            let known = tried.iter().find(|(weight, _)| *weight == open.weight).copied();
            let (weight, decides) = known.unwrap_or_else(|| {
                let others = self.totals_without(at);
                (open.weight, others.any(|total| differ(total, total + open.weight)))
            });
            tried.push((weight, decides));
            if decides {
                mentions.extend(open.mentions.iter().flatten());
            }
        }
        mentions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::Role;

    fn undecided(certain: u32, weights: &[(Item, u32)]) -> Undecided {
        let open = |(item, weight): &(Item, u32)| Open {
            item: *item,
            weight: *weight,
            mentions: [Some(Mention::of(Role::Current, item.id())), None],
        };
        Undecided { certain, open: weights.iter().map(open).collect(), recorded: None }
    }

    #[test]
    fn totals_are_those_that_some_answers_add_up_to() {
        let open = undecided(2, &[(Item::Arthritis, 4), (Item::Fever, 1)]);
        assert_eq!(open.totals().iter().collect::<Vec<_>>(), [2, 3, 6, 7]);
    }

    #[test]
    fn what_cannot_move_the_total_past_a_limit_decides_nothing() {
        let past_four = |without: u32, with: u32| (without <= 4) != (with <= 4);
        let open = undecided(0, &[(Item::Arthritis, 4), (Item::Rash, 2)]);
        let names: Vec<&str> = open.decisive(past_four).iter().map(|it| it.id).collect();
        assert_eq!(names, ["arthritis", "rash"], "together they come to six");
        let alone = open.should_be_absent(&[Item::Rash]);
        assert!(alone.decisive(past_four).is_empty(), "four are low still");
    }

    #[test]
    fn the_highest_total_of_all_has_its_place() {
        let all = undecided(105, &[]);
        assert_eq!(all.totals().iter().collect::<Vec<_>>(), [105]);
    }
}
