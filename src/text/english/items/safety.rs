//! Cytokine release and neurotoxicity after cell therapy.

use super::{Choice, Entry, code, entry};
use crate::items::Item;

/// What the two grades ask.
pub(super) const SAFETY: &[Entry] = &[
    entry(Item::FeverNow, "Fever now", "Temperature at the limit or above, now.")
        .excludes("Fever with another cause, such as infection."),
    entry(Item::TemperatureNow, "Temperature now", "The temperature at this assessment."),
    entry(
        Item::FeverEarlierThisEpisode,
        "Fever earlier",
        "Fever of cytokine release earlier in this episode.",
    ),
    entry(
        Item::AntipyreticOrAnticytokineGiven,
        "Antipyretic or anticytokine",
        "An antipyretic, tocilizumab or a glucocorticoid was given and may mask fever.",
    ),
    entry(
        Item::Hypotension,
        "Hypotension",
        "Low blood pressure, in your judgement, and the vasopressors it takes now.",
    )
    .excludes("Another cause."),
    entry(Item::Hypoxia, "Hypoxia", "Need for oxygen, and how it is given now.")
        .excludes("Another cause; intubation only to protect the airway (general knowledge)."),
    entry(Item::AgeYears, "Age", "Age in years. It decides between ICE and CAPD."),
    entry(
        Item::IceScore,
        "ICE score",
        "Total of orientation, naming, one command, writing and counting back.",
    )
    .excludes("A total with parts left out."),
    entry(Item::CapdScore, "CAPD score", "Total of the delirium scale for children."),
    entry(Item::Consciousness, "Consciousness", "The least that wakes the patient.")
        .excludes("Sedation or another cause."),
    entry(Item::SeizureIcans, "Seizure after cell therapy", "Clinical, or on EEG alone.")
        .excludes("Another cause."),
    entry(
        Item::MotorWeakness,
        "Motor weakness",
        "Deep focal weakness, such as hemiparesis or paraparesis.",
    )
    .excludes("Tremor, myoclonus, another cause."),
    entry(
        Item::CerebralEdema,
        "Cerebral oedema",
        "Oedema on imaging, or signs of raised intracranial pressure.",
    )
    .excludes("Intracranial haemorrhage, with or without oedema; another cause."),
];

/// A local reaction of an organ to cell therapy.
pub(super) const LOCAL_REACTION: &[Entry] = &[
    entry(
        Item::LocalReaction,
        "Local reaction",
        "Inflammation of one organ after CAR-T cells: such as rash, arthritis, a rise of \
         creatinine or urine protein, troponin or dyspnoea. One record for each organ and event.",
    )
    .excludes("Infection, cytokine release, relapse, or another explanation."),
    entry(
        Item::LocalReactionOrgan,
        "Organ of the reaction",
        "The organ that is inflamed now. It is kept on record, and changes no grade.",
    ),
    entry(
        Item::OrganInvolvedBefore,
        "Organ involved before therapy",
        "The disease had already involved this organ before the cells were given.",
    ),
    entry(
        Item::OtherCauseExcluded,
        "Other causes excluded",
        "Infection, cytokine release, relapse and other explanations were looked for and excluded.",
    ),
    entry(
        Item::LocalReactionGlucocorticoid,
        "Glucocorticoid for the reaction",
        "A glucocorticoid was given because it lasted for more than a week.",
    ),
    entry(
        Item::LocalReactionInnerOrgan,
        "Inner organ relevantly affected",
        "An inner organ is affected in a way that matters, in your judgement. That this is enough \
         without a glucocorticoid is this project’s choice.",
    ),
    entry(
        Item::LocalReactionHospitalisation,
        "Hospital for the reaction",
        "The stay was prolonged, or the patient admitted anew, for it.",
    ),
    entry(
        Item::LocalReactionIntensiveCare,
        "Intensive care for the reaction",
        "Intensive care was needed for it.",
    ),
    entry(Item::BCellAplasia, "B-cell aplasia", "No B cells can be found in blood at this time."),
    entry(
        Item::BCells,
        "CD19 B cells",
        "The count, with the limit of detection of the laboratory: the lowest count that it can tell \
         from none, and not its lower limit of normal.",
    ),
];

/// Days of low platelets, early and late.
pub(super) const PLATELETS: &[Entry] = &[
    days(Item::PlateletDaysBelow50Early, "Days of platelets below 50, early"),
    days(Item::PlateletDaysBelow20Early, "Days of platelets below 20, early"),
    days(Item::PlateletDaysBelow100Late, "Days of platelets below 100, late"),
    days(Item::PlateletDaysBelow50Late, "Days of platelets below 50, late"),
    days(Item::PlateletDaysBelow20Late, "Days of platelets below 20, late"),
];

/// Days of platelets below a limit.
const fn days(item: Item, label: &'static str) -> Entry {
    entry(
        item,
        label,
        "How many days in all the platelets were below this many ×10⁹/L; short recoveries do not \
         begin the count anew. Counting ends at progression, a new therapy or death. Early is day \
         0 to 30 after the infusion, late day 31 to 100.",
    )
}

/// The codes of the choices.
pub(super) const CHOICES: &[Choice] = &[
    code(Item::Hypotension, "none", "None"),
    code(Item::Hypotension, "no_vasopressor", "Present, no vasopressor"),
    code(Item::Hypotension, "one_vasopressor", "One vasopressor, with or without vasopressin"),
    code(
        Item::Hypotension,
        "multiple_vasopressors",
        "Several vasopressors, vasopressin not counted",
    ),
    code(Item::Hypoxia, "none", "None"),
    code(Item::Hypoxia, "low_flow", "Nasal cannula up to 6 L/min, or blow-by"),
    code(Item::Hypoxia, "high_flow", "Cannula above 6 L/min, face, non-rebreather or Venturi mask"),
    code(Item::Hypoxia, "positive_pressure", "CPAP, BiPAP or ventilation"),
    code(Item::Consciousness, "spontaneous", "Wakes spontaneously"),
    code(Item::Consciousness, "voice", "Wakes to voice"),
    code(Item::Consciousness, "touch", "Wakes only to touch"),
    code(Item::Consciousness, "unarousable", "Unarousable, or only by vigorous touch"),
    code(Item::SeizureIcans, "none", "None"),
    code(Item::SeizureIcans, "resolving", "Brief, or on EEG alone and ended by treatment"),
    code(Item::SeizureIcans, "prolonged", "Over 5 min, or repeated without recovery between"),
    code(Item::CerebralEdema, "none", "None"),
    code(Item::CerebralEdema, "focal", "Focal on imaging"),
    code(
        Item::CerebralEdema,
        "diffuse",
        "Diffuse, or posturing, sixth nerve palsy, papilloedema or Cushing triad",
    ),
    code(Item::LocalReactionOrgan, "kidney", "Kidney"),
    code(Item::LocalReactionOrgan, "skin_mucosa", "Skin, mucosa"),
    code(Item::LocalReactionOrgan, "joint", "Joints"),
    code(Item::LocalReactionOrgan, "heart", "Heart"),
    code(Item::LocalReactionOrgan, "lung", "Lung"),
    code(Item::LocalReactionOrgan, "muscle", "Muscle"),
    code(Item::LocalReactionOrgan, "gut", "Gut"),
];
