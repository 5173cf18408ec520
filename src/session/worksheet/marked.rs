//! Questions of a list, each with what is known of it.

/// What is known of the questions of a list. A question that is not in it has
/// the state that says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked<Q, S>(Vec<(Q, S)>);

impl<Q, S> Default for Marked<Q, S> {
    fn default() -> Marked<Q, S> {
        Marked(Vec::new())
    }
}

impl<Q: Copy + Ord, S: Copy + Default + PartialEq> Marked<Q, S> {
    /// What is known of a question.
    #[must_use]
    pub fn state(&self, question: Q) -> S {
        let marked = self.0.iter().find(|(marked, _)| *marked == question);
        marked.map_or_else(S::default, |(_, state)| *state)
    }

    /// Says what is known of a question.
    pub fn mark(&mut self, question: Q, state: S) {
        self.0.retain(|(marked, _)| *marked != question);
        if state != S::default() {
            let at = self.0.partition_point(|(marked, _)| *marked < question);
            self.0.insert(at, (question, state));
        }
    }

    /// Says the same of all questions of which nothing is known.
    pub fn mark_rest(&mut self, questions: &[Q], state: S) {
        for question in questions {
            if self.state(*question) == S::default() {
                self.mark(*question, state);
            }
        }
    }

    /// The questions of which something is known, in the order of their list.
    pub fn marked(&self) -> impl ExactSizeIterator<Item = (Q, S)> {
        self.0.iter().copied()
    }

    /// Of how many questions something is known.
    #[must_use]
    pub fn known(&self) -> u32 {
        count(self.0.len())
    }

    /// How many questions are known to be in a state.
    #[must_use]
    pub fn in_state(&self, state: S) -> u32 {
        count(self.0.iter().filter(|(_, marked)| *marked == state).count())
    }
}

/// A number of questions. No list is longer than a page.
fn count(questions: usize) -> u32 {
    u32::try_from(questions).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_mark_stands_and_what_says_nothing_leaves_none() {
        let mut marked: Marked<u8, bool> = Marked::default();
        marked.mark(3, true);
        marked.mark(1, true);
        marked.mark(3, false);
        assert_eq!(marked.marked().collect::<Vec<_>>(), [(1, true)]);
        marked.mark(1, false);
        assert_eq!(marked, Marked::default());
    }

    #[test]
    fn the_rest_is_marked_and_what_was_marked_stays() {
        let mut marked: Marked<u8, u8> = Marked::default();
        marked.mark(2, 7);
        marked.mark_rest(&[1, 2, 3], 5);
        assert_eq!(marked.marked().collect::<Vec<_>>(), [(1, 5), (2, 7), (3, 5)]);
        assert_eq!((marked.known(), marked.in_state(5), marked.state(9)), (3, 2, 0));
    }
}
