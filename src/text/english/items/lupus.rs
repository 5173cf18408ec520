//! Lupus: the descriptors as SLEDAI-2K asks them, what is measured for them,
//! the global assessment, and what the indices of change ask.

use super::{Choice, Entry, code, entry};
use crate::items::Item;

/// A descriptor that counts only when it is new.
const ONSET: &str = "Onset within the window.";
/// What a laboratory value is read against.
const WITH_LOWER_LIMIT: &str = "Value and lower limit from the same laboratory.";

/// What is seen or told. Other sheets say some of it differently.
pub(super) const JUDGED: &[Entry] = &[
    entry(
        Item::FirstVisit,
        "First visit",
        "No earlier visit exists. Proteinuria above the limit is then new.",
    ),
    entry(
        Item::Pga,
        "Physician global assessment (PGA)",
        "Your overall rating of lupus activity, laboratory results included: 0 none, 1 mild, \
         2 moderate, 3 severe, any value between. Rate it before the SLEDAI is added up.",
    )
    .excludes("Damage, serology, complaints that activity does not explain.")
    .window("Preceding month."),
    entry(Item::Seizure, "Seizure", "A seizure of recent onset, caused by lupus.")
        .excludes("Metabolic, infectious or drug cause.")
        .window(ONSET),
    entry(
        Item::Psychosis,
        "Psychosis",
        "Loss of touch with reality that disrupts daily life: hallucinations; thought that is \
         incoherent, disconnected, illogical or empty; bizarre, chaotic or catatonic conduct.",
    )
    .excludes("Uraemia, drugs."),
    entry(
        Item::OrganicBrainSyndrome,
        "Organic brain syndrome",
        "Rapid, fluctuating loss of orientation, memory or intellect, consciousness clouded, \
         attention short, and two or more of: misperception; incoherent speech; sleeplessness or \
         daytime drowsiness; too much or too little psychomotor activity.",
    )
    .excludes("Metabolic, infectious or drug cause."),
    entry(
        Item::VisualDisturbance,
        "Visual disturbance",
        "Lupus of the retina (cytoid bodies, bleeding), exudate or bleeding in the choroid, or \
         optic neuritis.",
    )
    .excludes("Hypertension, infection, drugs."),
    entry(
        Item::CranialNerveDisorder,
        "Cranial nerve disorder",
        "New sensory or motor neuropathy of a cranial nerve.",
    )
    .excludes("Any cause but lupus.")
    .window(ONSET),
    entry(
        Item::LupusHeadache,
        "Lupus headache",
        "Severe, persistent headache, migrainous or not, that opioids do not relieve.",
    )
    .excludes("Headache without failure of an opioid."),
    entry(Item::Cva, "Cerebrovascular accident", "A new stroke caused by lupus.")
        .excludes("Arteriosclerosis.")
        .window(ONSET),
    entry(
        Item::Vasculitis,
        "Vasculitis",
        "Ulceration, gangrene, tender finger nodules, periungual infarcts or splinter \
         haemorrhages, or proof by biopsy or angiography.",
    )
    .excludes("Look-alikes with another cause."),
    entry(
        Item::Arthritis,
        "Arthritis",
        "Pain with tenderness, swelling or effusion, in as many joints as this sheet asks.",
    )
    .excludes("Joint pain alone, lasting damage."),
    entry(
        Item::Myositis,
        "Myositis",
        "Aching or weak proximal muscles, with raised CK or aldolase, a changed EMG or a biopsy \
         that proves it.",
    )
    .excludes("A raised enzyme alone."),
    entry(Item::UrinaryCasts, "Urinary casts", "Red-cell or haem-granular casts.")
        .excludes("Other casts."),
    entry(Item::Hematuria, "Haematuria", "Red cells in urine above the limit, caused by lupus.")
        .excludes("Stones, infection or another cause."),
    entry(Item::Proteinuria, "Proteinuria", "Protein in urine above the limit, new or lasting.")
        .excludes("Protein leak from damage or another kidney disease."),
    entry(Item::Pyuria, "Pyuria", "White cells in urine above the limit, caused by lupus.")
        .excludes("Infection."),
    entry(Item::Rash, "Rash", "Inflammatory lupus rash: new, recurrent or lasting.")
        .excludes("Scars and fixed traces of an old rash."),
    entry(
        Item::Alopecia,
        "Alopecia",
        "Abnormal hair loss from lupus, patchy or diffuse: new, recurrent or lasting.",
    )
    .excludes("Scarring, drugs."),
    entry(
        Item::MucosalUlcers,
        "Mucosal ulcers",
        "Oral or nasal ulcers from lupus: new, recurrent or lasting.",
    )
    .excludes("Any cause but lupus."),
    entry(
        Item::Pleurisy,
        "Pleurisy",
        "Pleuritic chest pain together with a rub, an effusion or pleural thickening.",
    )
    .excludes("Pain alone."),
    entry(
        Item::Pericarditis,
        "Pericarditis",
        "Pericardial pain together with a rub, an effusion, or proof by ECG or echocardiography.",
    )
    .excludes("Pain alone."),
    entry(
        Item::LowComplement,
        "Low complement",
        "C3, C4 or CH50 below the laboratory’s limit. One item, however many are low.",
    ),
    entry(
        Item::IncreasedDnaBinding,
        "Increased DNA binding",
        "Anti-dsDNA above the laboratory’s normal range.",
    ),
    entry(Item::Fever, "Fever", "Temperature above the limit, caused by lupus.")
        .excludes("Infection or another cause."),
    entry(Item::Thrombocytopenia, "Thrombocytopenia", "Platelets below the limit, through lupus.")
        .excludes("Infection, drugs, lymphodepletion."),
    entry(Item::Leukopenia, "Leukopenia", "Leukocytes below the limit, through lupus.")
        .excludes("Infection, drugs, lymphodepletion; low lymphocytes alone."),
    entry(
        Item::HemolyticAnemia,
        "Haemolytic anaemia",
        "Haemolytic anaemia caused by lupus. The SLEDAI does not count it.",
    )
    .excludes("Another cause of haemolysis."),
    entry(
        Item::GiActivity,
        "Gastrointestinal activity",
        "Lupus activity in the gut. The SLEDAI does not count it.",
    )
    .excludes("Any cause but lupus."),
];

/// What is counted or measured.
pub(super) const MEASURED: &[Entry] = &[
    entry(
        Item::InflamedJoints,
        "Inflamed joints",
        "How many joints hurt and are tender, swollen or hold an effusion.",
    )
    .excludes("Joints that only hurt."),
    entry(
        Item::UrineRbcHpf,
        "Urine red cells per high-power field",
        "Red cells per high-power field.",
    ),
    entry(
        Item::UrineWbcHpf,
        "Urine white cells per high-power field",
        "White cells per high-power field.",
    ),
    entry(
        Item::UrineProtein24h,
        "24-hour urine protein",
        "Protein in the urine of a day. Used also where a ratio is given.",
    ),
    entry(
        Item::Upcr,
        "Urine protein/creatinine ratio",
        "Protein over creatinine in one urine sample.",
    ),
    entry(Item::C3, "C3", WITH_LOWER_LIMIT),
    entry(Item::C4, "C4", WITH_LOWER_LIMIT),
    entry(Item::Ch50, "CH50", WITH_LOWER_LIMIT),
    entry(Item::AntiDsdna, "Anti-dsDNA", "Value and upper limit from the same laboratory."),
    entry(Item::TemperatureMax, "Highest temperature", "Highest temperature within the window."),
    entry(Item::Platelets, "Platelets", "Lowest platelet count within the window."),
    entry(Item::Wbc, "Leukocytes", "Lowest leukocyte count within the window."),
];

/// What SLE-DAS asks in its own way.
pub(super) const DISEASE_ACTIVITY_SCORE: &[Entry] = &[
    entry(
        Item::NeuropsychiatricLupus,
        "Neuropsychiatric lupus",
        "Any of: seizure, psychosis, organic brain syndrome, acute confusion, retinal change, \
         peripheral neuropathy, myelopathy, lupus headache, stroke, aseptic meningitis.",
    )
    .excludes("Any cause but lupus."),
    entry(
        Item::SystemicVasculitis,
        "Systemic vasculitis",
        "Vasculitis of large or medium vessels, or of the bowel.",
    ),
    entry(
        Item::MucocutaneousVasculitis,
        "Mucocutaneous vasculitis",
        "Any vasculitis of skin or mucous membranes; chilblain lupus counts.",
    ),
    entry(
        Item::SwollenJoints28,
        "Swollen joints of 28",
        "Swollen joints among the 28: shoulders, elbows, wrists, knuckles, finger middle joints \
         and knees.",
    )
    .excludes("Joints that are tender alone."),
    entry(
        Item::RashExtent,
        "Extent of the rash",
        "How far an inflammatory lupus rash reaches at this visit.",
    )
    .excludes("Scars and fixed traces of an old rash."),
    entry(
        Item::Serositis,
        "Serositis",
        "Pleurisy, pericarditis or sterile peritonitis, caused by lupus.",
    ),
    entry(
        Item::CardiopulmonaryLupus,
        "Lupus of heart or lung",
        "Any of: shrinking lung, interstitial pneumonitis, alveolar bleeding, pulmonary \
         hypertension, myocarditis, valve dysfunction, Libman-Sacks endocarditis.",
    ),
];

/// Totals that earlier records hold.
pub(super) const EARLIER_TOTALS: &[Entry] = &[
    total(Item::Sledai2kTotal, "SLEDAI-2K total from a record"),
    total(Item::SelenaSledaiTotal, "SELENA-SLEDAI total from a record"),
    total(Item::SelenaSledaiHybridTotal, "SELENA-SLEDAI hybrid total from a record"),
    total(Item::Sledai1992Total, "SLEDAI 1992 total from a record"),
    entry(
        Item::SledaiTotalSource,
        "Source of the total",
        "Where the total was found. Without it, a result says so.",
    ),
];

/// A total that stands in a record.
const fn total(item: Item, label: &'static str) -> Entry {
    entry(
        item,
        label,
        "The total as it was recorded then, for a visit whose items are no longer known. One \
         finding that is entered for the visit goes before it.",
    )
    .excludes("A total of another sheet, or one that was guessed.")
}

/// What changed since another visit, for flare and response.
pub(super) const CHANGE: &[Entry] = &[
    entry(
        Item::NoNewActivity,
        "No new activity",
        "No feature of lupus is new since the earlier visit.",
    ),
    entry(
        Item::FlareSevereOrganWithEscalation,
        "Severe organ flare, treatment escalated",
        "New or worse CNS lupus, vasculitis, nephritis, myositis, platelets below 60 ×10⁹/L or \
         haemolytic anaemia (haemoglobin below 7 g/dL or down by more than 3), that led to \
         admission, a doubled dose or more than 0.5 mg/kg/d of prednisolone.",
    ),
    entry(
        Item::FlareModerateOrgan,
        "Mild or moderate organ flare",
        "New or worse: discoid, photosensitive, profundus or bullous rash, vasculitis of the skin, \
         ulcers of nose or throat, pleuritis, pericarditis, arthritis or lupus fever.",
    ),
    entry(
        Item::StartedImmunosuppressantForActivity,
        "Immunosuppressant started",
        "A new immunosuppressant because of lupus activity.",
    )
    .excludes("A start for another reason."),
    entry(
        Item::StartedNsaidOrHydroxychloroquineForActivity,
        "NSAID or hydroxychloroquine added",
        "Either was added because of lupus activity.",
    )
    .excludes("A start for another reason."),
    entry(
        Item::HospitalisedForActivity,
        "Hospital admission",
        "Admitted because of lupus activity.",
    )
    .excludes("Admission for another reason, planned treatment included."),
    entry(
        Item::GlucocorticoidIncreasedForActivity,
        "Glucocorticoid increased",
        "The daily dose was raised because of lupus activity.",
    )
    .excludes("A rise for another reason."),
    entry(
        Item::BilagNewA,
        "BILAG domains, new A",
        "Domains graded A now that were not A at baseline. The letters come from your BILAG form.",
    ),
    entry(
        Item::BilagNewB,
        "BILAG domains, new B",
        "Domains graded B now that were C, D or E at baseline. The letters come from your BILAG \
         form.",
    )
    .excludes("A change from A to B."),
];

/// The codes of the choices.
pub(super) const CHOICES: &[Choice] = &[
    code(Item::RashExtent, "none", "None"),
    code(Item::RashExtent, "localized", "Localized: above the neck alone"),
    code(Item::RashExtent, "generalized", "Generalized: below the neck as well"),
    code(Item::SledaiTotalSource, "medical_record", "Medical record"),
    code(Item::SledaiTotalSource, "letter", "Letter of another clinic"),
    code(Item::SledaiTotalSource, "registry", "Registry"),
    code(Item::SledaiTotalSource, "trial_record", "Record of a trial"),
];
