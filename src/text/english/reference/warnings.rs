//! Warnings, and when an instrument gives them.

use crate::scoring::WarningCode;
use crate::text::WarningText;

/// A warning, as an instrument gives it.
pub(super) fn text(instrument: &str, code: WarningCode) -> WarningText {
    let (says, when) = match code {
        WarningCode::Conflict => (
            "Two entries contradict each other; it says which of them is used.",
            conflict(instrument),
        ),
        WarningCode::AttributionUnconfirmed => (
            "Something counts from a number alone, and nobody said that the disease is the cause.",
            unattributed(instrument),
        ),
        WarningCode::Boundary => {
            ("A value stands exactly where sources differ.", boundary(instrument))
        }
        WarningCode::RuleSetMatters => (
            "Another rule set gives this patient another verdict.",
            "An option whose values are compared would change the verdict: met, not met or open.",
        ),
        WarningCode::EnzymePanelIncomplete => (
            "The most abnormal enzyme was chosen among fewer than all.",
            "The enzyme is chosen by how abnormal it was at the baseline, and not all of them were \
             measured there.",
        ),
        WarningCode::Prorated => (
            "The mean was taken over fewer than all categories.",
            "Enough categories are answered for a mean, and at least one is not.",
        ),
        WarningCode::OrganSupportWithoutFever => (
            "Organ support is given although these criteria are not met.",
            "There is no fever, now or masked by treatment, and a vasopressor or oxygen is given.",
        ),
        WarningCode::RecentPulse => (
            "A glucocorticoid pulse was given, which the daily dose leaves out.",
            "A pulse since the earlier visit was entered as present.",
        ),
        WarningCode::TotalEntered => (
            "A total was taken from a record, without the items behind it.",
            "No descriptor of a visit was answered, and a total of this sheet was. Where nobody said \
             where it was found, that is told as well.",
        ),
        WarningCode::TotalNotUsed => (
            "A total of a record was not taken, as findings of its visit were entered.",
            "A descriptor of a visit was answered or measured beside a total of this sheet that it \
             does not contradict, and others are open.",
        ),
        WarningCode::ValueCapped => (
            "A value beyond the end of a formula was taken for that end.",
            "A value that counts lies beyond the end that this project sets to its term.",
        ),
        WarningCode::BaselineZero => (
            "A change from a baseline of zero has no percentage.",
            "A measure was zero at the baseline: zero that stays is no change, and a rise from it a \
             worsening (of strength, an improvement).",
        ),
    };
    WarningText { says, when }
}

fn conflict(instrument: &str) -> &'static str {
    match instrument {
        "sledai-2k" | "selena-sledai-hybrid" => {
            "A measured value says the opposite of the finding that was entered, or the findings \
             cannot add up to the total of a record."
        }
        "selena-sledai" | "sledai-1992" | "sri" => {
            "A measured value says the opposite of the finding that was entered, at this visit or at \
             the earlier one; a first visit is stated beside an earlier protein value; or findings \
             cannot add up to the total of a record."
        }
        "selena-flare-index" => {
            "A measured value says the opposite of the finding that was entered; a first visit is \
             stated beside an earlier protein value; findings cannot add up to the total of a \
             record; or the doses contradict what was said of a raised glucocorticoid."
        }
        "lldas" => {
            "A measured value says the opposite of the finding that was entered, or it is stated \
             that nothing is new beside a descriptor that is."
        }
        "doris-2021" => {
            "A measured value says the opposite of the finding that was entered, or, on the sheets \
             that compare proteinuria, a first visit is stated beside an earlier protein value."
        }
        "eustar-2017" => "The sites of the skin score cannot add up to the total that was entered.",
        "escsg-2001" => {
            "The sites of the skin score cannot add up to the total that was entered, or measured \
             complement says the opposite of the finding."
        }
        "crs-astct-2019" => "The temperature says the opposite of what was entered for fever now.",
        "licats" => "The count of B cells says the opposite of what was entered for their absence.",
        "icaht-platelets" => {
            "There are more days below a lower limit than below a higher one, which cannot be."
        }
        _ => "A measured value says the opposite of the finding that was entered.",
    }
}

fn unattributed(instrument: &str) -> &'static str {
    match instrument {
        "sle-das" => {
            "Proteinuria, thrombocytopenia or leukopenia counts from its value, and the finding was \
             not answered."
        }
        "selena-flare-index" => {
            "Fever, leukopenia, thrombocytopenia, pyuria, haematuria or proteinuria counts from its \
             value, and the finding was not answered; or the dose has risen, and nobody said whether \
             that was for activity."
        }
        _ => {
            "Fever, leukopenia, thrombocytopenia, pyuria, haematuria or proteinuria counts from its \
             value, and the finding was not answered."
        }
    }
}

fn boundary(instrument: &str) -> &'static str {
    match instrument {
        "sle-das" => {
            "The protein-to-creatinine ratio lies above its limit as commonly rounded in mg/mmol, and \
             not above it in g/g."
        }
        "doris-2021" | "doris-2017" => {
            "The global assessment or the glucocorticoid dose lies exactly on its limit; arthritis is \
             told by as many joints as some sheets count and others do not; or the \
             protein-to-creatinine ratio lies above its limit as rounded in mg/mmol, and not above \
             it in g/g."
        }
        _ => {
            "Arthritis is told by as many joints as some sheets count and others do not, or the \
             protein-to-creatinine ratio lies above its limit as commonly rounded in mg/mmol, and \
             not above it in g/g."
        }
    }
}
