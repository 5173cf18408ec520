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
        .excludes("Another cause; intubation only to protect the airway."),
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
];
