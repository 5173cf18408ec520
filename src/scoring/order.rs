//! A few things in their order.

/// Things in the order of their keys; those with equal keys stay as they were.
///
/// For lists that a person reads. The sort of the standard library is made for
/// long ones, and is compiled anew, 3 kB of the page, for each type of things.
pub fn in_order<T, K: Ord>(all: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for thing in all {
        let its_key = key(&thing);
        let at = ordered.partition_point(|before| key(before) <= its_key);
        ordered.insert(at, thing);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_in_the_order_in_which_they_came() {
        let all = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let ordered = in_order(all, |(key, _)| *key);
        assert_eq!(ordered, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
