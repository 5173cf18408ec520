//! Every cut-off of every table: what counts on it, and one step to either side.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use rheumscore::contract::{self, Request};
use rheumscore::instruments::{Choices, Instrument, REGISTRY, Row, RowRule, assess, sledai};
use rheumscore::items::Item;
use rheumscore::scoring::Outcome;
use support::registry::rule_sets;
use support::steps::{LEAST, WHOLE, stepped};

/// A cut-off: which part of which instrument a value decides, and what that
/// part gives one step below the edge, on it and one step above.
struct CutOff {
    instrument: &'static str,
    part: &'static str,
    /// The members of the request; `#` stands for the value, and `@` for findings
    /// that add up to the number after it.
    members: String,
    edge: String,
    step: u32,
    gives: [&'static str; 3],
}

/// The categories of function, each with its aid.
const CATEGORIES: [(&str, &str); 8] = [
    ("haq_dressing", "haq_dressing_aid"),
    ("haq_arising", "haq_arising_aid"),
    ("haq_eating", "haq_eating_aid"),
    ("haq_walking", "haq_walking_aid"),
    ("haq_hygiene", "haq_hygiene_aid"),
    ("haq_reach", "haq_reach_aid"),
    ("haq_grip", "haq_grip_aid"),
    ("haq_activities", "haq_activities_aid"),
];

/// The four sheets.
const SHEETS: [&str; 4] = ["sledai-2k", "selena-sledai", "selena-sledai-hybrid", "sledai-1992"];

#[rustfmt::skip]
fn cut_offs() -> Vec<CutOff> {
    let row = |instrument, part, members: &str, edge: &str, step, gives| CutOff { instrument, part, members: members.to_owned(), edge: edge.to_owned(), step, gives };
    let mut rows = vec![
        row("sledai-2k", "arthritis", r#""current":{"inflamed_joints":#}"#, "2", WHOLE, ["0", "4", "4"]),
        row("selena-sledai", "arthritis", r#""current":{"inflamed_joints":#}"#, "2", WHOLE, ["0", "0", "4"]),
        row("selena-sledai-hybrid", "arthritis", r#""current":{"inflamed_joints":#}"#, "2", WHOLE, ["0", "0", "4"]),
        row("sledai-1992", "arthritis", r#""current":{"inflamed_joints":#}"#, "2", WHOLE, ["0", "0", "4"]),
        row("doris-2021", "clinical_sledai", r#""current":{@#}"#, "1", WHOLE, ["met", "not_met", "not_met"]),
        row("doris-2021", "pga", r#""current":{"pga":#}"#, "0.5", LEAST, ["met", "not_met", "not_met"]),
        row("doris-2021", "glucocorticoid", r#""current":{"glucocorticoid":#}"#, "5", LEAST, ["met", "met", "not_met"]),
        row("doris-2021", "glucocorticoid", r#""options":{"glucocorticoid_limit":"below_5"},"current":{"glucocorticoid":#}"#, "5", LEAST, ["met", "not_met", "not_met"]),
        row("doris-2017", "clinical_sledai", r#""current":{@#}"#, "1", WHOLE, ["met", "not_met", "not_met"]),
        row("doris-2017", "pga", r#""current":{"pga":#}"#, "0.5", LEAST, ["met", "not_met", "not_met"]),
        row("doris-2017", "glucocorticoid", r#""current":{"glucocorticoid":#}"#, "5", LEAST, ["met", "met", "not_met"]),
        row("doris-2017", "glucocorticoid", r#""current":{"glucocorticoid":{"value":#,"drug":"methylprednisolone"}}"#, "4", LEAST, ["met", "met", "not_met"]),
        row("doris-2017", "glucocorticoid", r#""options":{"variant":"clinical_off"},"current":{"glucocorticoid":#}"#, "0.000001", LEAST, ["met", "not_met", "not_met"]),
        row("doris-2017", "low_complement", r#""options":{"variant":"complete_on"},"current":{"c3":{"value":#,"low":0.9},"c4":{"value":1,"low":1}}"#, "0.9", LEAST, ["not_met", "met", "met"]),
        row("doris-2017", "increased_dna_binding", r#""options":{"variant":"complete_off"},"current":{"anti_dsdna":{"value":#,"high":15}}"#, "15", LEAST, ["met", "met", "not_met"]),
        row("lldas", "activity", r#""current":{"hemolytic_anemia":false,"gi_activity":false,@#}"#, "4", WHOLE, ["met", "met", "not_met"]),
        row("lldas", "pga", r#""current":{"pga":#}"#, "1", LEAST, ["met", "met", "not_met"]),
        row("lldas", "glucocorticoid", r#""current":{"glucocorticoid":#}"#, "7.5", LEAST, ["met", "met", "not_met"]),
        row("lldas", "glucocorticoid", r#""current":{"glucocorticoid":{"value":#,"drug":"hydrocortisone"}}"#, "30", LEAST, ["met", "met", "not_met"]),
        // To more than the limit, and by any rise at all.
        row("selena-flare-index", "sledai_above_12", r#""previous":{@0},"current":{@#}"#, "12", WHOLE, ["not_met", "not_met", "met"]),
        row("selena-flare-index", "sledai_above_12", r#""previous":{@13},"current":{@#}"#, "13", WHOLE, ["not_met", "not_met", "met"]),
        row("selena-flare-index", "sledai_above_12", r#""previous":{@#},"current":{@14}"#, "14", WHOLE, ["met", "not_met", "not_met"]),
        row("selena-flare-index", "sledai_up_3", r#""previous":{@4},"current":{@#}"#, "7", WHOLE, ["not_met", "met", "met"]),
        row("selena-flare-index", "sledai_up_3", r#""previous":{@#},"current":{@7}"#, "4", WHOLE, ["met", "met", "not_met"]),
        row("selena-flare-index", "glucocorticoid_high", r#""previous":{"glucocorticoid":0},"current":{"weight":{"value":70,"unit":"kg"},"glucocorticoid":#}"#, "35", LEAST, ["not_met", "not_met", "met"]),
        row("selena-flare-index", "glucocorticoid_high", r#""previous":{"glucocorticoid":0},"current":{"weight":{"value":70,"unit":"kg"},"glucocorticoid":{"value":#,"drug":"dexamethasone"}}"#, "5.25", LEAST, ["not_met", "not_met", "met"]),
        row("selena-flare-index", "glucocorticoid_high", r#""previous":{"glucocorticoid":0},"current":{"weight":{"value":#,"unit":"kg"},"glucocorticoid":35}"#, "70", LEAST, ["met", "not_met", "not_met"]),
        row("selena-flare-index", "glucocorticoid_high", r#""previous":{"glucocorticoid":0},"current":{"weight":{"value":#,"unit":"g"},"glucocorticoid":35}"#, "70000", LEAST, ["met", "not_met", "not_met"]),
        row("selena-flare-index", "glucocorticoid_high", r#""previous":{"glucocorticoid":40},"current":{"weight":{"value":70,"unit":"kg"},"glucocorticoid":#}"#, "40", LEAST, ["not_met", "not_met", "met"]),
        row("selena-flare-index", "glucocorticoid_increased", r#""previous":{"glucocorticoid":10},"current":{"glucocorticoid":#}"#, "10", LEAST, ["not_met", "not_met", "met"]),
        row("selena-flare-index", "glucocorticoid_increased", r#""previous":{"glucocorticoid":{"value":#,"drug":"prednisone"}},"current":{"glucocorticoid":10}"#, "10", LEAST, ["met", "not_met", "not_met"]),
        row("selena-flare-index", "pga_above_2_5", r#""previous":{"pga":2.4},"current":{"pga":#}"#, "2.5", LEAST, ["not_met", "not_met", "met"]),
        row("selena-flare-index", "pga_above_2_5", r#""previous":{"pga":2.7},"current":{"pga":#}"#, "2.7", LEAST, ["not_met", "not_met", "met"]),
        row("selena-flare-index", "pga_above_2_5", r#""previous":{"pga":#},"current":{"pga":2.7}"#, "2.7", LEAST, ["met", "not_met", "not_met"]),
        row("selena-flare-index", "pga_up_1", r#""previous":{"pga":0.7},"current":{"pga":#}"#, "1.7", LEAST, ["not_met", "met", "met"]),
        row("selena-flare-index", "pga_up_1", r#""previous":{"pga":#},"current":{"pga":1.7}"#, "0.7", LEAST, ["met", "met", "not_met"]),
        row("sri", "bilag", r#""current":{"bilag_new_a":#,"bilag_new_b":0}"#, "1", WHOLE, ["met", "not_met", "not_met"]),
        row("sri", "bilag", r#""current":{"bilag_new_a":0,"bilag_new_b":#}"#, "1", WHOLE, ["met", "met", "not_met"]),
        row("sri", "pga", r#""baseline":{"pga":0.4},"current":{"pga":#}"#, "0.7", LEAST, ["met", "not_met", "not_met"]),
        row("sri", "pga", r#""baseline":{"pga":#},"current":{"pga":0.7}"#, "0.4", LEAST, ["not_met", "not_met", "met"]),
        row("sle-das", "swollen_joints_28", r#""current":{"swollen_joints_28":#}"#, "1", WHOLE, ["0", "3.586", "4.04"]),
        row("sle-das", "proteinuria", r#""current":{"urine_protein_24h":{"value":#,"unit":"mg/d"}}"#, "500", LEAST, ["0", "0", "6.099871"]),
        row("sle-das", "proteinuria", r#""current":{"upcr":{"value":#,"unit":"mg/g"}}"#, "500", LEAST, ["0", "0", "6.099871"]),
        row("sle-das", "thrombocytopenia", r#""current":{"platelets":{"value":#,"unit":"10*9/L"}}"#, "100", LEAST, ["0.421966", "0", "0"]),
        // Where the term ends.
        row("sle-das", "thrombocytopenia", r#""current":{"platelets":{"value":#,"unit":"10*9/L"}}"#, "1", LEAST, ["26.105", "26.105", "26.104994"]),
        row("sle-das", "leukopenia", r#""current":{"wbc":{"value":#,"unit":"10*9/L"}}"#, "3", LEAST, ["0.561221", "0", "0"]),
        row("sle-das", "leukopenia", r#""current":{"wbc":{"value":#,"unit":"10*9/L"}}"#, "0.1", LEAST, ["17.764475", "17.764475", "17.764425"]),
        row("sle-das", "low_complement", r#""current":{"c3":{"value":#,"low":0.9},"c4":{"value":1,"low":1}}"#, "0.9", LEAST, ["0.754", "0", "0"]),
        row("sle-das", "increased_dna_binding", r#""current":{"anti_dsdna":{"value":#,"high":15}}"#, "15", LEAST, ["0", "0", "0.956"]),
        row("imacs-improvement", "strength", r#""baseline":{"strength":100},"current":{"strength":#}"#, "120", LEAST, ["not_met", "met", "met"]),
        row("imacs-improvement", "haq", r#""baseline":{"haq":2},"current":{"haq":#}"#, "1.6", LEAST, ["met", "met", "not_met"]),
        row("imacs-improvement", "enzyme", r#""options":{"enzyme":"ck"},"baseline":{"ck":{"value":1000,"uln":200}},"current":{"ck":{"value":#,"uln":200}}"#, "800", LEAST, ["met", "met", "not_met"]),
        row("licats", "b_cell_aplasia", r#""current":{"b_cells":{"value":#,"low":5}}"#, "5", LEAST, ["met", "not_met", "not_met"]),
        row("icaht-platelets", "platelet_days_below_50_early", r#""current":{"platelet_days_below_50_early":#}"#, "1", WHOLE, ["0", "1", "1"]),
        row("icaht-platelets", "platelet_days_below_50_early", r#""current":{"platelet_days_below_50_early":#}"#, "7", WHOLE, ["1", "2", "2"]),
        row("icaht-platelets", "platelet_days_below_20_early", r#""current":{"platelet_days_below_20_early":#}"#, "1", WHOLE, ["0", "3", "3"]),
        row("icaht-platelets", "platelet_days_below_20_early", r#""current":{"platelet_days_below_20_early":#}"#, "14", WHOLE, ["3", "4", "4"]),
        row("icaht-platelets", "platelet_days_below_100_late", r#""options":{"window":"late"},"current":{"platelet_days_below_100_late":#}"#, "1", WHOLE, ["0", "1", "1"]),
        row("icaht-platelets", "platelet_days_below_50_late", r#""options":{"window":"late"},"current":{"platelet_days_below_50_late":#}"#, "1", WHOLE, ["0", "2", "2"]),
        row("icaht-platelets", "platelet_days_below_20_late", r#""options":{"window":"late"},"current":{"platelet_days_below_20_late":#}"#, "1", WHOLE, ["0", "3", "3"]),
        row("icaht-platelets", "platelet_days_below_20_late", r#""options":{"window":"late"},"current":{"platelet_days_below_20_late":#}"#, "14", WHOLE, ["3", "4", "4"]),
        row("eustar-2017", "mrss", r#""current":{"mrss":#}"#, "18", WHOLE, ["1.428", "1.5", "1.5"]),
        row("eustar-2017", "mrss", r#""options":{"mrss_rule":"binary"},"current":{"mrss":#}"#, "18", WHOLE, ["0", "0", "1.5"]),
        row("eustar-2017", "crp", r#""current":{"crp":{"value":#,"unit":"mg/dL"}}"#, "1", LEAST, ["0", "0", "2.25"]),
        row("eustar-2017", "crp", r#""current":{"crp":{"value":#,"unit":"mg/L"}}"#, "10", LEAST, ["0", "0", "2.25"]),
        row("eustar-2017", "dlco_percent", r#""current":{"dlco_percent":#}"#, "70", LEAST, ["1", "0", "0"]),
        row("escsg-2001", "mrss", r#""current":{"mrss":#}"#, "14", WHOLE, ["0", "0", "1"]),
        row("escsg-2001", "dlco_percent", r#""current":{"dlco_percent":#}"#, "80", LEAST, ["0.5", "0", "0"]),
        row("escsg-2001", "esr", r#""current":{"esr":#}"#, "30", LEAST, ["0", "0", "1.5"]),
        row("escsg-2001", "esr", r#""options":{"subset":"limited"},"current":{"esr":#}"#, "30", LEAST, ["0", "0", "2.5"]),
        row("escsg-2001", "low_complement", r#""current":{"c3":{"value":#,"low":0.9},"c4":{"value":1,"low":1}}"#, "0.9", LEAST, ["1", "0", "0"]),
        row("escsg-2001", "low_complement", r#""options":{"subset":"limited"},"current":{"c3":{"value":1,"low":1},"c4":{"value":#,"low":0.1}}"#, "0.1", LEAST, ["1", "0", "0"]),
        row("crs-astct-2019", "fever", r#""current":{"fever_earlier_this_episode":"absent","temperature_now":{"value":#,"unit":"Cel"}}"#, "38", LEAST, ["0", "1", "1"]),
        row("crs-astct-2019", "fever", r#""current":{"fever_earlier_this_episode":"absent","temperature_now":{"value":#,"unit":"[degF]"}}"#, "100.4", LEAST, ["0", "1", "1"]),
        // Below twelve years CAPD is asked.
        row("icans-astct-2019", "cognition", r#""current":{"age_years":#,"ice_score":10,"capd_score":9}"#, "12", LEAST, ["3", "0", "0"]),
    ];
    for measure in ["physician_global", "patient_global", "extramuscular_global"] {
        let at = |value: &str| format!(r#"{{"{measure}":{{"value":{value},"unit":"cm"}}}}"#);
        let members = format!(r#""baseline":{},"current":{}"#, at("5"), at("#"));
        rows.push(row("imacs-improvement", measure, &members, "4", LEAST, ["met", "met", "not_met"]));
    }
    for (n, edge) in [(4, "8"), (5, "7"), (6, "6"), (7, "5"), (8, "4")] {
        let members = format!(r#""options":{{"n":{n}}},"baseline":{{@12}},"current":{{@#}}"#);
        rows.push(row("sri", "sledai_fall", &members, edge, WHOLE, ["met", "met", "not_met"]));
        let members = format!(r#""options":{{"n":{n}}},"baseline":{{@#}},"current":{{@{edge}}}"#);
        rows.push(row("sri", "sledai_fall", &members, "12", WHOLE, ["not_met", "met", "met"]));
    }
    for (part, aid) in CATEGORIES {
        let with = |state: &str| format!(r#""current":{{"{part}":#,"{aid}":"{state}"}}"#);
        rows.push(row("haq-di", part, &with("absent"), "1", WHOLE, ["0", "1", "2"]));
        rows.push(row("haq-di", part, &with("present"), "1", WHOLE, ["2", "2", "2"]));
        rows.push(row("haq-di", part, &with("present"), "2", WHOLE, ["2", "2", "3"]));
    }
    for (cognition, age) in [("by_age", 12), ("ice", 5)] {
        let members = format!(r#""options":{{"cognition":"{cognition}"}},"current":{{"age_years":{age},"ice_score":#,"capd_score":0}}"#);
        for (edge, gives) in [("3", ["3", "2", "2"]), ("7", ["2", "1", "1"]), ("9", ["1", "1", "0"])] {
            rows.push(row("icans-astct-2019", "cognition", &members, edge, WHOLE, gives));
        }
    }
    for (cognition, age) in [("by_age", 11), ("capd", 40)] {
        let members = format!(r#""options":{{"cognition":"{cognition}"}},"current":{{"age_years":{age},"ice_score":10,"capd_score":#}}"#);
        for (edge, gives) in [("1", ["0", "1", "1"]), ("9", ["1", "3", "3"])] {
            rows.push(row("icans-astct-2019", "cognition", &members, edge, WHOLE, gives));
        }
    }
    for sheet in SHEETS {
        rows.extend([
            row(sheet, "hematuria", r#""current":{"urine_rbc_hpf":#}"#, "5", WHOLE, ["0", "0", "4"]),
            row(sheet, "pyuria", r#""current":{"urine_wbc_hpf":#}"#, "5", WHOLE, ["0", "0", "4"]),
            row(sheet, "fever", r#""current":{"temperature_max":{"value":#,"unit":"Cel"}}"#, "38", LEAST, ["0", "0", "1"]),
            row(sheet, "fever", r#""current":{"temperature_max":{"value":#,"unit":"[degF]"}}"#, "100.4", LEAST, ["0", "0", "1"]),
            row(sheet, "thrombocytopenia", r#""current":{"platelets":{"value":#,"unit":"10*9/L"}}"#, "100", LEAST, ["1", "0", "0"]),
            row(sheet, "thrombocytopenia", r#""current":{"platelets":{"value":#,"unit":"10*3/uL"}}"#, "100", LEAST, ["1", "0", "0"]),
            row(sheet, "thrombocytopenia", r#""current":{"platelets":{"value":#,"unit":"/uL"}}"#, "100000", LEAST, ["1", "0", "0"]),
            row(sheet, "leukopenia", r#""current":{"wbc":{"value":#,"unit":"10*9/L"}}"#, "3", LEAST, ["1", "0", "0"]),
            row(sheet, "leukopenia", r#""current":{"wbc":{"value":#,"unit":"/uL"}}"#, "3000", LEAST, ["1", "0", "0"]),
            row(sheet, "low_complement", r#""current":{"c3":{"value":#,"low":0.9},"c4":{"value":1,"low":1}}"#, "0.9", LEAST, ["2", "0", "0"]),
            row(sheet, "low_complement", r#""current":{"c3":{"value":1,"low":1},"c4":{"value":#,"low":0.1}}"#, "0.1", LEAST, ["2", "0", "0"]),
            row(sheet, "increased_dna_binding", r#""current":{"anti_dsdna":{"value":#,"high":15}}"#, "15", LEAST, ["0", "0", "2"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"urine_protein_24h":{"value":#,"unit":"g/d"}}"#, "0.5", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"urine_protein_24h":{"value":#,"unit":"mg/d"}}"#, "500", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"upcr":{"value":#,"unit":"g/g"}}"#, "0.5", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"upcr":{"value":#,"unit":"mg/g"}}"#, "500", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""current":{"first_visit":true,"upcr":{"value":#,"unit":"mg/mmol"}}"#, "56.5", LEAST, ["0", "0", "4"]),
        ]);
    }
    for sheet in ["selena-sledai", "sledai-1992"] {
        rows.extend([
            row(sheet, "proteinuria", r#""previous":{"upcr":{"value":2,"unit":"g/g"}},"current":{"upcr":{"value":#,"unit":"g/g"}}"#, "2.5", LEAST, ["0", "0", "4"]),
            row(sheet, "proteinuria", r#""previous":{"upcr":{"value":#,"unit":"g/g"}},"current":{"upcr":{"value":0.9,"unit":"g/g"}}"#, "0.5", LEAST, ["4", "4", "0"]),
        ]);
    }
    rows
}

impl CutOff {
    /// The request with a value that lies `steps` steps away from the edge.
    fn request(&self, steps: i64) -> (String, Request) {
        let value = stepped(&self.edge, steps, self.step);
        let members = with_findings(&self.members.replace('#', &value));
        let text = format!(r#"{{"instrument":"{}",{members}}}"#, self.instrument);
        let Ok(request) = contract::read(&text) else { panic!("{text} is refused") };
        (text, request)
    }

    /// What the part gives `steps` steps away from the edge.
    fn given(&self, steps: i64) -> String {
        let (text, request) = self.request(steps);
        let judgement = assess(request.instrument, request.choices, &request.visits).judgement;
        let part =
            judgement.parts.iter().find(|part| part.id == self.part).expect("the part is there");
        match part.outcome {
            Outcome::Criterion(verdict) => verdict.code().to_owned(),
            Outcome::Points(points) => {
                let points = points.known().unwrap_or_else(|| panic!("{text} is known"));
                rheumscore::scoring::decimal(points, 6, '.')
            }
        }
    }
}

/// Writes findings for each `@`: all 24 descriptors, of which those are present
/// that come to the total after it. None of them rules out low disease activity
/// by itself.
fn with_findings(members: &str) -> String {
    let mut parts = members.split('@');
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|it: char| !it.is_ascii_digit()).expect("more than a number");
        let mut left: u32 = part[..end].parse().expect("a total");
        let findings = sledai::SLEDAI_2K.definition().rows.iter().map(|row| {
            let points = LIGHT.iter().find(|(id, _)| *id == row.id).map(|(_, points)| *points);
            let is_present = points.is_some_and(|points| points <= left);
            left -= points.filter(|_| is_present).unwrap_or_default();
            format!(r#""{}":{is_present}"#, row.id)
        });
        written += &findings.collect::<Vec<_>>().join(",");
        assert_eq!(left, 0, "{members}");
        written += &part[end..];
    }
    written
}

/// Descriptors that may be there at low disease activity, and their points.
const LIGHT: [(&str, u32); 7] = [
    ("arthritis", 4),
    ("myositis", 4),
    ("rash", 2),
    ("alopecia", 2),
    ("mucosal_ulcers", 2),
    ("thrombocytopenia", 1),
    ("leukopenia", 1),
];

#[test]
fn every_cut_off_lies_on_its_own_side_of_the_edge() {
    for cut_off in cut_offs() {
        let given = [-1, 0, 1].map(|steps| cut_off.given(steps));
        let CutOff { instrument, part, members, edge, gives, .. } = cut_off;
        assert_eq!(given, gives, "{part} of {instrument} around {edge} in {members}");
    }
}

#[test]
fn no_cut_off_of_a_table_is_left_out() {
    let tried: Vec<(CutOff, Choices)> = cut_offs()
        .into_iter()
        .map(|cut_off| {
            let (_, request) = cut_off.request(0);
            (cut_off, request.choices)
        })
        .collect();
    for instrument in REGISTRY {
        let definition = instrument.definition();
        for choices in rule_sets(definition) {
            for row in definition.rows_under(choices) {
                let of_row: Vec<&CutOff> = tried
                    .iter()
                    .filter(|(it, _)| it.instrument == definition.id && it.part == row.id)
                    .filter(|(_, choices)| row.under.holds(*choices))
                    .map(|(cut_off, _)| cut_off)
                    .collect();
                let derives = |item| instrument.derivation(&choices, item).is_some();
                let needed = needed(row, derives);
                for needed in &needed {
                    let is_tried = of_row.iter().any(|cut_off| needed.is_met_by(cut_off));
                    assert!(is_tried, "{}: {} {needed:?}", definition.id, row.id);
                }
                assert!(of_row.is_empty() || !needed.is_empty(), "{}: {}", definition.id, row.id);
            }
        }
    }
}

/// A cut-off that a row has: in what, where it is one of several things, and at
/// what, where it is one of several edges.
#[derive(Debug, Default)]
struct Needed {
    item: Option<Item>,
    from: Option<u32>,
}

impl Needed {
    fn is_met_by(&self, cut_off: &CutOff) -> bool {
        let names = |item: Item| {
            let plain = format!("\"{}\":#", item.id());
            let measured = format!("\"{}\":{{\"value\":#", item.id());
            [plain, measured].iter().any(|value| cut_off.members.contains(value))
        };
        let steps_over = |from: u32| {
            let sides = [-1, 0, 1].map(|steps| stepped(&cut_off.edge, steps, cut_off.step));
            [[0, 1], [1, 2]].iter().any(|[below, on]| {
                sides[*below] == (from - 1).to_string() && sides[*on] == from.to_string()
            })
        };
        self.item.is_none_or(names) && self.from.is_none_or(steps_over)
    }
}

/// The cut-offs of a row, and of the measurements that say whether its finding
/// is there.
fn needed(row: &Row, derives: impl Fn(Item) -> bool) -> Vec<Needed> {
    let one = || vec![Needed::default()];
    match row.rule {
        RowRule::Beyond { .. }
        | RowRule::Criterion(_)
        | RowRule::Quiet { .. }
        | RowRule::RisenBeyond(_)
        | RowRule::Difference(_)
        | RowRule::RelativeChange { .. } => one(),
        RowRule::Logarithm(term) => {
            term.by.iter().map(|(item, _)| Needed { item: Some(*item), from: None }).collect()
        }
        RowRule::PerCount { item, .. } => vec![Needed { item: Some(item), from: Some(1) }],
        RowRule::LiftedGrade { item, to, .. } => {
            vec![Needed { item: Some(item), from: Some(to) }]
        }
        RowRule::Counts(counts) => {
            counts.iter().map(|(item, _)| Needed { item: Some(*item), from: None }).collect()
        }
        RowRule::Steps(by) => by
            .iter()
            .flat_map(|steps| steps.from[1..].iter().map(|(from, _)| (steps.item, *from)))
            .map(|(item, from)| Needed { item: Some(item), from: Some(from) })
            .collect(),
        RowRule::AnyOf { any, .. } if any.iter().copied().flatten().any(|it| derives(*it)) => one(),
        RowRule::Finding { item, .. } | RowRule::Present(item) | RowRule::Absent(item)
            if derives(item) =>
        {
            one()
        }
        // Whether the dose was raised is told by the doses.
        RowRule::Present(Item::GlucocorticoidIncreasedForActivity) => one(),
        RowRule::Finding { .. }
        | RowRule::Grade { .. }
        | RowRule::Codes { .. }
        | RowRule::AnyOf { .. }
        | RowRule::Constant(_)
        | RowRule::Change(_)
        | RowRule::Present(_)
        | RowRule::Absent(_)
        | RowRule::Statement
        | RowRule::NothingNew => Vec::new(),
    }
}
