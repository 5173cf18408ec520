//! What a measured value may be: its units, its range, its reference limit.

use super::{Exact, Span};

/// A unit and the way to the canonical unit of its scale:
/// `value × factor + offset`.
#[derive(Clone, Copy, Debug)]
pub struct Unit {
    /// The UCUM code.
    pub code: &'static str,
    /// The factor to the canonical unit.
    pub factor: Exact,
    /// What is added after the factor.
    pub offset: Exact,
}

impl Unit {
    /// The canonical unit of a scale.
    #[must_use]
    pub const fn canonical(code: &'static str) -> Unit {
        Unit { code, factor: Exact::integer(1), offset: Exact::ZERO }
    }

    /// A unit that is a multiple of the canonical one.
    #[must_use]
    pub const fn times(code: &'static str, factor: Exact) -> Unit {
        Unit { code, factor, offset: Exact::ZERO }
    }

    /// A value of this unit in the canonical one.
    #[must_use]
    pub fn canonical_value(&self, value: Exact) -> Exact {
        value * self.factor + self.offset
    }
}

/// The units a value may be given in.
#[derive(Clone, Copy, Debug)]
pub enum Units {
    /// These, the canonical one first. None at all is a bare number; with one,
    /// it may be left out; with more, it must be named.
    Listed(&'static [Unit]),
    /// Whatever the laboratory prints: value and limit share it, and only their
    /// relation is read.
    Any,
}

/// Which reference limit a value is read against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitName {
    /// The lower limit of normal.
    Low,
    /// The limit of detection: the least that the laboratory can tell from
    /// nothing.
    Detection,
    /// The upper limit of normal of an antibody.
    High,
    /// The upper limit of normal of an enzyme.
    Uln,
}

impl LimitName {
    /// The key on the wire.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            LimitName::Low | LimitName::Detection => "low",
            LimitName::High => "high",
            LimitName::Uln => "uln",
        }
    }
}

/// A scale of measurement.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// The units it may be given in.
    pub units: Units,
    /// The lowest value, in the canonical unit.
    pub lowest: Exact,
    /// The highest value, in the canonical unit.
    pub highest: Exact,
    /// The reference limit that has to come with it.
    pub limit: Option<LimitName>,
    /// Whether it is a glucocorticoid dose, converted to prednisolone.
    pub drug: bool,
}

impl Scale {
    /// A scale from zero to `highest` in the listed units.
    #[must_use]
    pub const fn up_to(highest: i64, units: &'static [Unit]) -> Scale {
        Scale {
            units: Units::Listed(units),
            lowest: Exact::ZERO,
            highest: Exact::integer(highest),
            limit: None,
            drug: false,
        }
    }

    /// The same scale from another lowest value.
    #[must_use]
    pub const fn from(self, lowest: i64) -> Scale {
        Scale { lowest: Exact::integer(lowest), ..self }
    }

    /// A laboratory value in any unit that comes with its reference limit.
    #[must_use]
    pub const fn with_limit(limit: LimitName) -> Scale {
        Scale {
            units: Units::Any,
            lowest: Exact::ZERO,
            highest: Exact::integer(1_000_000),
            limit: Some(limit),
            drug: false,
        }
    }

    /// Whether a value in the canonical unit is in range.
    #[must_use]
    pub fn contains(&self, value: Exact) -> bool {
        self.lowest <= value && value <= self.highest
    }

    /// Anything on the scale: what a value could be that nobody measured.
    #[must_use]
    pub fn anything(&self) -> Span {
        Span::of_scale(self.lowest, self.highest)
    }

    /// The unit of a code, where the scale lists it.
    #[must_use]
    pub fn unit(&self, code: &str) -> Option<&'static Unit> {
        match self.units {
            Units::Listed(units) => units.iter().find(|unit| unit.code == code),
            Units::Any => None,
        }
    }

    /// The codes of the listed units, the canonical one first.
    pub fn unit_codes(&self) -> impl Iterator<Item = &'static str> + use<> {
        let listed = match self.units {
            Units::Listed(units) => units,
            Units::Any => &[],
        };
        listed.iter().map(|unit| unit.code)
    }

    /// The code of the canonical unit; empty where it has none of its own.
    #[must_use]
    pub fn canonical_code(&self) -> &'static str {
        self.unit_codes().next().unwrap_or_default()
    }

    /// Whether a value makes no sense without its unit.
    #[must_use]
    pub const fn needs_unit(&self) -> bool {
        match self.units {
            Units::Listed(units) => units.len() > 1,
            Units::Any => false,
        }
    }
}
