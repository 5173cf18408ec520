//! What is said of each option and of its values.

use super::{OptionEntry, ValueEntry};
use crate::text::ChoiceText;

/// A row for an option.
const fn option(
    id: &'static str,
    label: &'static str,
    explains: &'static str,
    values: &'static [ValueEntry],
) -> OptionEntry {
    OptionEntry { of: "", id, text: ChoiceText { label, explains }, values }
}

impl OptionEntry {
    /// Says it of one instrument alone.
    const fn of(self, instrument: &'static str) -> OptionEntry {
        OptionEntry { of: instrument, ..self }
    }
}

/// A row for a value.
const fn choice(
    code: &'static str,
    label: &'static str,
    explains: &'static str,
    rule: &'static str,
) -> ValueEntry {
    ValueEntry { code, text: ChoiceText { label, explains }, rule }
}

/// The options of all instruments.
pub(super) const OPTIONS: &[OptionEntry] = &[
    option(
        "bands",
        "Bands",
        "The published scheme that names a total. Schemes disagree.",
        &[
            choice(
                "five_level",
                "Five levels",
                "None, mild, moderate, high, very high.",
                "five-level bands",
            ),
            choice(
                "four_level",
                "Four levels",
                "None, low, moderate, high: from a review and a national guideline.",
                "four-level bands",
            ),
            choice(
                "bsr",
                "British guideline",
                "None, mild, moderate, severe: from the guideline of 2018, as restated.",
                "British guideline bands",
            ),
        ],
    ),
    option(
        "window_days",
        "Window",
        "How far back findings and laboratory values count. Never mix windows in one score.",
        &[
            choice("10", "10 days", "The window first published.", "10-day window"),
            choice("30", "30 days", "A window validated for SLEDAI-2K.", "30-day window"),
        ],
    ),
    option(
        "glucocorticoid_limit",
        "Glucocorticoid limit",
        "The paper’s abstract and its table disagree on a dose exactly at the limit.",
        &[
            choice(
                "at_most_5",
                "At most 5 mg/d",
                "As in the abstract: the limit itself is allowed.",
                "prednisolone at most 5 mg/d",
            ),
            choice(
                "below_5",
                "Below 5 mg/d",
                "As in the table: the limit itself is too much.",
                "prednisolone below 5 mg/d",
            ),
        ],
    ),
    option(
        "sledai",
        "SLEDAI sheet",
        "The sheet whose total has to fall.",
        &[
            choice(
                "selena-sledai",
                "SELENA-SLEDAI",
                "As in the original: proteinuria counts only if new or rising.",
                "on SELENA-SLEDAI",
            ),
            choice(
                "sledai-2k",
                "SLEDAI-2K",
                "Lasting rash, hair loss, ulcers and proteinuria count.",
                "on SLEDAI-2K",
            ),
            choice(
                "selena-sledai-hybrid",
                "SELENA-SLEDAI hybrid",
                "SELENA-SLEDAI, but lasting proteinuria counts.",
                "on the SELENA-SLEDAI hybrid",
            ),
            choice(
                "sledai-1992",
                "SLEDAI 1992",
                "Rash, hair loss and ulcers count only if new or recurrent, proteinuria if new or \
                 rising.",
                "on SLEDAI 1992",
            ),
        ],
    )
    .of("sri"),
    option(
        "n",
        "Fall of the total",
        "By how much the total has to fall from the baseline, at least.",
        &[
            choice("4", "SRI-4", "A fall by 4 or more, as first published.", "SRI-4"),
            choice("5", "SRI-5", "A fall by 5 or more.", "SRI-5"),
            choice("6", "SRI-6", "A fall by 6 or more.", "SRI-6"),
            choice("7", "SRI-7", "A fall by 7 or more.", "SRI-7"),
            choice("8", "SRI-8", "A fall by 8 or more.", "SRI-8"),
        ],
    ),
    option(
        "variant",
        "Variant",
        "Clinical or complete remission, on therapy or off it.",
        &[
            choice(
                "clinical_on",
                "Clinical, on therapy",
                "Serology does not matter; stable treatment is allowed.",
                "clinical remission on therapy",
            ),
            choice(
                "complete_on",
                "Complete, on therapy",
                "Serology is normal; stable treatment is allowed.",
                "complete remission on therapy",
            ),
            choice(
                "clinical_off",
                "Clinical, off therapy",
                "Serology does not matter; nothing but antimalarials is taken.",
                "clinical remission off therapy",
            ),
            choice(
                "complete_off",
                "Complete, off therapy",
                "Serology is normal; nothing but antimalarials is taken.",
                "complete remission off therapy",
            ),
        ],
    ),
    option(
        "subset",
        "Subset",
        "Three indices were published, with other items and weights each.",
        &[
            choice("whole", "Whole series", "Whatever the extent of skin disease.", "whole series"),
            choice("diffuse", "Diffuse", "Diffuse skin disease.", "diffuse disease"),
            choice("limited", "Limited", "Limited skin disease.", "limited disease"),
        ],
    ),
    option(
        "window",
        "Days after the infusion",
        "Limits and grades differ between the first month and the time after it.",
        &[
            choice("early", "Early", "Day 0 to 30.", "early: day 0 to 30"),
            choice("late", "Late", "Day 31 to 100.", "late: day 31 to 100"),
        ],
    ),
    option(
        "side",
        "Side",
        "Which of the paired groups are tested. Use the same at each visit.",
        &[
            choice(
                "bilateral",
                "Both sides",
                "Neck flexors once, seven groups on both sides.",
                "both sides",
            ),
            choice("right", "Right", "Neck flexors and the right side, by custom.", "right side"),
            choice(
                "left",
                "Left",
                "Neck flexors and the left side, where the right cannot be tested.",
                "left side",
            ),
        ],
    ),
    option(
        "cognition",
        "Test of cognition",
        "ICE from 12 years on, CAPD below; also CAPD for developmental delay.",
        &[
            choice("by_age", "By age", "ICE or CAPD, as the age says.", "cognition by age"),
            choice("ice", "ICE", "The ICE score, whatever the age.", "cognition by ICE"),
            choice("capd", "CAPD", "The CAPD score, whatever the age.", "cognition by CAPD"),
        ],
    ),
    option(
        "sledai",
        "SLEDAI sheet",
        "The sheet whose clinical score has to be zero.",
        &[
            choice(
                "sledai-2k",
                "SLEDAI-2K",
                "Lasting rash, hair loss, ulcers and proteinuria are activity.",
                "on SLEDAI-2K",
            ),
            choice(
                "selena-sledai",
                "SELENA-SLEDAI",
                "Proteinuria is activity only if new or rising.",
                "on SELENA-SLEDAI",
            ),
            choice(
                "selena-sledai-hybrid",
                "SELENA-SLEDAI hybrid",
                "SELENA-SLEDAI, but lasting proteinuria is activity.",
                "on the SELENA-SLEDAI hybrid",
            ),
            choice(
                "sledai-1992",
                "SLEDAI 1992",
                "Rash, hair loss and ulcers are activity only if new or recurrent, proteinuria if \
                 new or rising.",
                "on SLEDAI 1992",
            ),
        ],
    ),
    option(
        "mrss_rule",
        "Skin score up to the cut-off",
        "How an mRSS at or below its cut-off counts. The abstract does not say.",
        &[
            choice(
                "fractional",
                "A fraction for each point",
                "From a secondary source; that it ends at the weight above the cut-off is this project’s choice.",
                "mRSS up to 18 counted as 0.084 each",
            ),
            choice(
                "binary",
                "Nothing",
                "Only what the abstract prints counts.",
                "mRSS up to 18 counted as 0",
            ),
        ],
    ),
    option(
        "population",
        "Patient",
        "Which thresholds name the response.",
        &[
            choice("adult", "Adult", "Dermatomyositis or polymyositis of adults.", "adults"),
            choice("juvenile", "Juvenile", "Juvenile dermatomyositis.", "juvenile patients"),
        ],
    ),
    option(
        "strength_scale",
        "Strength scale",
        "Change is taken in percent of its maximum. Use one scale at both visits.",
        &[
            choice(
                "mmt8_bilateral",
                "MMT8, both sides",
                "Neck flexors once, seven groups on both sides.",
                "MMT8 of 150",
            ),
            choice("mmt8_unilateral", "MMT8, one side", "Eight groups, one side.", "MMT8 of 80"),
            choice("mmt24", "MMT24", "All groups of the long form.", "MMT24 of 260"),
            choice("cmas", "CMAS", "For juvenile patients only.", "CMAS of 52"),
        ],
    ),
    option(
        "enzyme",
        "Muscle enzyme",
        "One enzyme is compared at both visits.",
        &[
            choice(
                "auto",
                "Most abnormal at baseline",
                "The highest multiple of its own upper limit; the papers do not define it.",
                "most abnormal enzyme at baseline",
            ),
            choice("ck", "CK", "Creatine kinase, whichever is most abnormal.", "CK"),
            choice("aldolase", "Aldolase", "Aldolase, whichever is most abnormal.", "aldolase"),
            choice("ldh", "LDH", "Lactate dehydrogenase, whichever is most abnormal.", "LDH"),
            choice("ast", "AST", "Aspartate transaminase, whichever is most abnormal.", "AST"),
            choice("alt", "ALT", "Alanine transaminase, whichever is most abnormal.", "ALT"),
        ],
    ),
];
