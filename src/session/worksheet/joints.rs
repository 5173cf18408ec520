//! A joint count: which joints were examined, and which of them are inflamed.
//!
//! Inflamed is a joint that hurts and shows a sign of inflammation: tenderness,
//! swelling or effusion. Pain alone is none of these. A joint that nobody
//! examined is not one that is well: the sheet gives a count only once every
//! joint has been marked, and a lower bound before that.
//!
//! The joints are the large ones of both sides, the wrists, the joints of the
//! fingers without their end joints, and the toes at their base. The sheets of
//! lupus name no list of joints; this one is this project's choice. A joint
//! beside it is counted in the field of the visit itself.

use super::{Counted, Side};

/// Writes the enumeration of joints and the table of their codes from one list.
macro_rules! joints {
    ($($variant:ident $right:literal $left:literal;)+) => {
        /// A joint, without its side. Of the middle joints of the fingers, the
        /// thumb has only one: it stands as the first.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "a variant is its code; its words are told in `text`")]
        pub enum JointName { $($variant,)+ }

        impl JointName {
            /// All of them, from the shoulder to the toes.
            pub const ALL: [JointName; PER_SIDE] = [$(JointName::$variant,)+];

            /// The codes of the joint on the right and on the left.
            const fn codes(self) -> [&'static str; 2] {
                match self { $(JointName::$variant => [$right, $left],)+ }
            }
        }
    };
}

/// How many joints a side has.
const PER_SIDE: usize = 21;

#[rustfmt::skip]
joints! {
    Shoulder "shoulder_right" "shoulder_left";
    Elbow    "elbow_right"    "elbow_left";
    Wrist    "wrist_right"    "wrist_left";
    Mcp1     "mcp_1_right"    "mcp_1_left";
    Mcp2     "mcp_2_right"    "mcp_2_left";
    Mcp3     "mcp_3_right"    "mcp_3_left";
    Mcp4     "mcp_4_right"    "mcp_4_left";
    Mcp5     "mcp_5_right"    "mcp_5_left";
    Pip1     "pip_1_right"    "pip_1_left";
    Pip2     "pip_2_right"    "pip_2_left";
    Pip3     "pip_3_right"    "pip_3_left";
    Pip4     "pip_4_right"    "pip_4_left";
    Pip5     "pip_5_right"    "pip_5_left";
    Hip      "hip_right"      "hip_left";
    Knee     "knee_right"     "knee_left";
    Ankle    "ankle_right"    "ankle_left";
    Mtp1     "mtp_1_right"    "mtp_1_left";
    Mtp2     "mtp_2_right"    "mtp_2_left";
    Mtp3     "mtp_3_right"    "mtp_3_left";
    Mtp4     "mtp_4_right"    "mtp_4_left";
    Mtp5     "mtp_5_right"    "mtp_5_left";
}

/// A joint of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Joint {
    /// Which.
    pub name: JointName,
    /// On which side.
    pub side: Side,
}

/// What is known of a joint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum JointState {
    /// Nobody examined it.
    #[default]
    NotExamined,
    /// Examined, and not inflamed; pain alone is this.
    NotInflamed,
    /// Pain and a sign of inflammation: tenderness, swelling or effusion.
    Inflamed,
}

impl JointState {
    /// All states.
    pub const ALL: [JointState; 3] =
        [JointState::NotExamined, JointState::NotInflamed, JointState::Inflamed];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            JointState::NotExamined => "not_examined",
            JointState::NotInflamed => "not_inflamed",
            JointState::Inflamed => "inflamed",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<JointState> {
        JointState::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl JointName {
    /// A stable code, without the side: `mcp_2`.
    #[must_use]
    pub fn code(self) -> &'static str {
        let [right, _] = self.codes();
        right.strip_suffix("_right").unwrap_or(right)
    }
}

impl Joint {
    /// How many joints the sheet has.
    pub const COUNT: usize = 2 * PER_SIDE;

    /// All joints: from the shoulder to the toes, each right and left.
    pub fn all() -> impl Iterator<Item = Joint> {
        let both = |name| Side::ALL.map(|side| Joint { name, side });
        JointName::ALL.into_iter().flat_map(both)
    }

    /// A stable code: `mcp_2_right`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        let [right, left] = self.name.codes();
        match self.side {
            Side::Right => right,
            Side::Left => left,
        }
    }

    /// The joint of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Joint> {
        Joint::all().find(|joint| joint.code() == code)
    }

    /// Its own bit.
    #[allow(clippy::as_conversions, reason = "the discriminants of fieldless enumerations")]
    const fn bit(self) -> u64 {
        1 << (self.name as u32 * 2 + self.side as u32)
    }
}

/// The bits of all joints.
const EVERY: u64 = (1 << Joint::COUNT) - 1;

/// A sheet of joints, one bit each for examined and for inflamed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JointSheet {
    examined: u64,
    /// Never a joint that is not examined.
    inflamed: u64,
}

impl JointSheet {
    /// A sheet on which nothing is marked.
    pub const BLANK: JointSheet = JointSheet { examined: 0, inflamed: 0 };

    /// What is known of a joint.
    #[must_use]
    pub const fn state(&self, joint: Joint) -> JointState {
        match (self.examined & joint.bit() != 0, self.inflamed & joint.bit() != 0) {
            (false, _) => JointState::NotExamined,
            (true, false) => JointState::NotInflamed,
            (true, true) => JointState::Inflamed,
        }
    }

    /// Marks a joint.
    pub const fn mark(&mut self, joint: Joint, state: JointState) {
        self.examined &= !joint.bit();
        self.inflamed &= !joint.bit();
        match state {
            JointState::NotExamined => {}
            JointState::NotInflamed => self.examined |= joint.bit(),
            JointState::Inflamed => {
                self.examined |= joint.bit();
                self.inflamed |= joint.bit();
            }
        }
    }

    /// States that all joints not marked so far were examined and are not
    /// inflamed.
    pub const fn rest_not_inflamed(&mut self) {
        self.examined = EVERY;
    }

    /// How many joints were examined.
    #[must_use]
    pub const fn examined(&self) -> u32 {
        self.examined.count_ones()
    }

    /// Whether every joint was examined.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.examined == EVERY
    }

    /// How many joints are inflamed: at least those that are marked, until
    /// every joint was examined.
    #[must_use]
    pub const fn inflamed(&self) -> Counted {
        let inflamed = self.inflamed.count_ones();
        if self.is_complete() { Counted::Exactly(inflamed) } else { Counted::AtLeast(inflamed) }
    }

    /// The joints that are marked, and how.
    pub fn marked(&self) -> impl Iterator<Item = (Joint, JointState)> {
        let sheet = *self;
        Joint::all()
            .map(move |joint| (joint, sheet.state(joint)))
            .filter(|(_, state)| *state != JointState::NotExamined)
    }
}

impl FromIterator<(Joint, JointState)> for JointSheet {
    fn from_iter<I: IntoIterator<Item = (Joint, JointState)>>(marked: I) -> JointSheet {
        let mut sheet = JointSheet::BLANK;
        for (joint, state) in marked {
            sheet.mark(joint, state);
        }
        sheet
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::items::{Item, Kind};

    fn joint(code: &str) -> Joint {
        Joint::from_code(code).expect("a joint")
    }

    #[test]
    fn every_joint_has_a_bit_and_a_code_of_its_own() {
        let bits = Joint::all().fold(0, |bits, joint| {
            assert_eq!(bits & joint.bit(), 0, "{}", joint.code());
            bits | joint.bit()
        });
        assert_eq!(bits, EVERY);
        let codes: HashSet<&str> = Joint::all().map(Joint::code).collect();
        assert_eq!(codes.len(), Joint::COUNT);
    }

    #[test]
    fn a_code_is_its_joint_in_words_and_finds_it_again() {
        for joint in Joint::all() {
            assert_eq!(Joint::from_code(joint.code()), Some(joint));
            let name = joint.name.code();
            assert_eq!(name.replace('_', ""), format!("{:?}", joint.name).to_lowercase());
            assert_eq!(joint.code(), format!("{name}_{}", joint.side.code()));
        }
        assert_eq!(joint("mcp_2_right"), Joint { name: JointName::Mcp2, side: Side::Right });
        assert_eq!(Joint::from_code("mcp_6_right"), None);
        for state in JointState::ALL {
            assert_eq!(JointState::from_code(state.code()), Some(state));
        }
    }

    #[test]
    fn a_blank_sheet_says_nothing() {
        assert_eq!(JointSheet::BLANK.inflamed(), Counted::AtLeast(0));
        assert_eq!(JointSheet::BLANK.inflamed().known(), None);
        assert_eq!(JointSheet::BLANK.marked().count(), 0);
    }

    #[test]
    fn the_count_is_a_lower_bound_until_every_joint_was_examined() {
        let mut sheet = JointSheet::BLANK;
        for code in ["mcp_2_right", "wrist_left", "knee_right"] {
            sheet.mark(joint(code), JointState::Inflamed);
        }
        assert_eq!(sheet.inflamed(), Counted::AtLeast(3));
        assert_eq!(sheet.examined(), 3);
        sheet.rest_not_inflamed();
        assert_eq!(sheet.inflamed(), Counted::Exactly(3));
        assert_eq!(sheet.state(joint("knee_left")), JointState::NotInflamed);
        sheet.mark(joint("hip_left"), JointState::NotExamined);
        assert_eq!(sheet.inflamed(), Counted::AtLeast(3));
    }

    #[test]
    fn the_last_mark_of_a_joint_stands() {
        let mut sheet = JointSheet::BLANK;
        for state in [JointState::Inflamed, JointState::NotInflamed, JointState::NotExamined] {
            sheet.mark(joint("elbow_left"), state);
            assert_eq!(sheet.state(joint("elbow_left")), state);
        }
        assert_eq!(sheet, JointSheet::BLANK);
    }

    #[test]
    fn a_sheet_is_told_by_what_is_marked_on_it() {
        let mut sheet = JointSheet::BLANK;
        sheet.mark(joint("mtp_5_left"), JointState::Inflamed);
        sheet.mark(joint("shoulder_right"), JointState::NotInflamed);
        assert_eq!(sheet.marked().collect::<JointSheet>(), sheet);
        assert_eq!(sheet.marked().count(), 2);
    }

    #[test]
    fn a_full_sheet_is_a_count_that_the_item_takes() {
        let full: JointSheet = Joint::all().map(|joint| (joint, JointState::Inflamed)).collect();
        let Kind::Count { highest } = Item::InflamedJoints.kind() else { panic!("a count") };
        assert_eq!(full.inflamed(), Counted::Exactly(42));
        assert!(full.inflamed().lowest() <= highest);
    }
}
