//! The choices that the sheets leave open: bands and window.

use super::sheet::SHEETS_AGREE;
use crate::instruments::{Compared, OptionDefinition, OptionValue};
use crate::scoring::{Band, Bands, Edge, Evidence, Exact, Fact};

// The band schemes disagree from 5 upwards, so that a band is never named
// without its scheme.

static FIVE_LEVELS: Bands = Bands {
    edge: Edge::Closed,
    bands: &[
        up_to("none", 0),
        up_to("mild", 5),
        up_to("moderate", 10),
        up_to("high", 19),
        beyond_all("very_high"),
    ],
};

static FOUR_LEVELS: Bands = Bands {
    edge: Edge::Closed,
    bands: &[up_to("none", 0), up_to("low", 4), up_to("moderate", 10), beyond_all("high")],
};

static BSR_LEVELS: Bands = Bands {
    edge: Edge::Closed,
    bands: &[up_to("none", 0), up_to("mild", 5), up_to("moderate", 12), beyond_all("severe")],
};

const fn up_to(name: &'static str, upper: i64) -> Band {
    Band { name, upper: Some(Exact::integer(upper)) }
}

const fn beyond_all(name: &'static str) -> Band {
    Band { name, upper: None }
}

const BANDS: OptionDefinition = OptionDefinition {
    id: "bands",
    values: &[
        OptionValue::with_bands(
            "five_level",
            &FIVE_LEVELS,
            Fact::new(
                Evidence::Secondary,
                "Belgian guide of 2014; its origin is said to be Cook 2000",
            ),
        ),
        OptionValue::with_bands(
            "four_level",
            &FOUR_LEVELS,
            Fact::new(Evidence::Secondary, "review table, and a Malaysian guideline of 2024"),
        ),
        OptionValue::with_bands(
            "bsr",
            &BSR_LEVELS,
            Fact::new(
                Evidence::Secondary,
                "British guideline of 2018, as the Malaysian one restates it",
            ),
        ),
    ],
    integer: false,
    compared: Compared::Never,
};

/// SLEDAI-2K was published with a window of 10 days and validated for 30.
pub(super) const OPTIONS_2K: &[OptionDefinition] = &[
    BANDS,
    OptionDefinition {
        id: "window_days",
        values: &[
            OptionValue::new("10", Fact::new(Evidence::Primary, "Touma 2010, abstract")),
            OptionValue::new("30", Fact::new(Evidence::Primary, "Touma 2010, abstract")),
        ],
        integer: true,
        compared: Compared::Never,
    },
];

/// The other sheets were published with 10 days; 30 were validated for none.
pub(super) const OPTIONS: &[OptionDefinition] = &[
    BANDS,
    OptionDefinition {
        id: "window_days",
        values: &[
            OptionValue::new("10", SHEETS_AGREE),
            OptionValue::new("30", Fact::new(Evidence::Choice, "validated for SLEDAI-2K alone")),
        ],
        integer: true,
        compared: Compared::Never,
    },
];
