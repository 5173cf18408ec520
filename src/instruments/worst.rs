//! Parts of which the worst decides, none of which depends on another.

use crate::scoring::Mention;

/// One of the parts: what it can still be, and what decides that.
#[derive(Clone, Debug)]
pub(super) struct Graded {
    /// The lowest level that is possible.
    pub lowest: u32,
    /// The highest.
    pub highest: u32,
    /// What is open about it, each with the highest level that it can lead to or
    /// away from.
    pub open: Vec<(Mention, u32)>,
}

impl Graded {
    /// A part whose level is known.
    pub(super) const fn exactly(level: u32) -> Graded {
        Graded { lowest: level, highest: level, open: Vec::new() }
    }

    /// A part that one item decides.
    pub(super) fn by(mention: Mention, lowest: u32, highest: u32) -> Graded {
        let open = (lowest < highest).then_some((mention, highest)).into_iter().collect();
        Graded { lowest, highest, open }
    }
}

/// The worst of several parts.
pub(super) struct Worst {
    /// The level, where only one is possible.
    pub known: Option<u32>,
    /// What could still change it.
    pub missing: Vec<Mention>,
}

impl Worst {
    /// Grades the parts together.
    pub(super) fn of(parts: &[Graded]) -> Worst {
        // Each part can be at its lowest whatever the others are.
        let floor = |without: usize| {
            let others = parts.iter().enumerate().filter(|(at, _)| *at != without);
            others.map(|(_, part)| part.lowest).max().unwrap_or_default()
        };
        let lowest = floor(parts.len());
        let highest = parts.iter().map(|part| part.highest).max().unwrap_or_default();
        let decides = |(at, part): (usize, &Graded)| {
            let floor = floor(at);
            let open = part.open.iter().filter(move |(_, leads_to)| *leads_to > floor);
            open.map(|(mention, _)| *mention).collect::<Vec<Mention>>()
        };
        Worst {
            known: (lowest == highest).then_some(lowest),
            missing: parts.iter().enumerate().flat_map(decides).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scoring::Role;

    fn graded(id: &'static str, lowest: u32, highest: u32) -> Graded {
        Graded::by(Mention::of(Role::Current, id), lowest, highest)
    }

    fn missing(parts: &[Graded]) -> Vec<&'static str> {
        Worst::of(parts).missing.iter().map(|mention| mention.id).collect()
    }

    #[test]
    fn one_certain_part_at_the_top_decides_whatever_is_open() {
        let parts = [graded("a", 4, 4), graded("b", 0, 3)];
        assert_eq!(Worst::of(&parts).known, Some(4));
        assert!(missing(&parts).is_empty());
    }

    #[test]
    fn a_part_that_can_be_worse_than_the_others_are_at_least_is_missing() {
        let parts = [graded("a", 2, 2), graded("b", 0, 3), graded("c", 0, 2)];
        assert_eq!(Worst::of(&parts).known, None);
        assert_eq!(missing(&parts), ["b"]);
    }

    #[test]
    fn parts_that_are_all_open_are_all_missing() {
        let parts = [graded("a", 0, 1), graded("b", 0, 4)];
        assert_eq!(missing(&parts), ["a", "b"]);
    }
}
