//! The hash of what decides a result, computed anew.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fmt::Write;

use rheumscore::instruments::{REGISTRY, find};
use rheumscore::report::canonical;
use sha2::{Digest, Sha256};
use support::golden;

/// The head of the hash of a text, as `sha256sum` prints it.
fn head(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(8).fold(String::new(), |mut head, byte| {
        write!(head, "{byte:02x}").expect("memory takes every digit");
        head
    })
}

#[test]
fn the_hashes_are_those_of_the_definitions() {
    const PATH: &str = "src/instruments/fingerprint.rs";
    const BEGIN: &str = "FINGERPRINTS: &[(&str, &str)] = &[";
    let source = include_str!("../src/instruments/fingerprint.rs");
    let at = source.find(BEGIN).expect("the table") + BEGIN.len();
    let rows = REGISTRY.iter().fold(String::new(), |rows, instrument| {
        let (id, hash) = (instrument.definition().id, head(&canonical(*instrument)));
        format!("{rows}\n    (\"{id}\", \"{hash}\"),")
    });
    golden::check(PATH, &format!("{}{rows}\n];\n", &source[..at]), "definitions");
}

#[test]
fn what_decides_a_result_is_in_the_text_of_its_instrument() {
    for (id, facts) in [
        (
            "sledai-2k",
            &[
                "range 0 105",
                "row seizure finding seizure 8 secondary",
                "value bands five_level secondary closed none=0 mild=5 moderate=10 high=19 very_high",
                "derivation arthritis beyond inflamed_joints ≥ 2",
                "derivation proteinuria protein > 1/2 rise none",
                "item upcr measurement 0 100 limit=none drug=false unit=g/g*1+0 unit=mg/g*1/1000+0 \
             unit=mg/mmol*1/113+0",
            ] as &[&str],
        ),
        ("selena-sledai", &["derivation proteinuria protein > 1/2 rise > 1/2"]),
        (
            "doris-2021",
            &[
                "row pga criterion < 1/2 primary",
                "derivation arthritis sledai=selena-sledai beyond inflamed_joints > 2",
                "reads previous option=1 places=1,3 urine_protein_24h,upcr",
                "drug methylprednisolone 4 secondary",
            ],
        ),
        ("eustar-2017", &["cutoff ≥ 5/2 primary", "constant points_per_skin_point 21/250"]),
        (
            "acr-eular-myositis-2016",
            &[
                "row haq change cuts=5,15,25,40 points=0,5,15/2,15/2,10 primary",
                "constant ck 15",
                "constant cmas 52",
                "value population adult primary open none=20 minimal=40 moderate=60 major",
            ],
        ),
    ] {
        let instrument = find(id).expect("an instrument");
        let text = canonical(instrument);
        for fact in facts {
            let stands = text.lines().any(|line| line == *fact);
            assert!(stands, "{id}: {fact:?} is not a line of\n{text}");
        }
    }
}

#[test]
fn words_are_no_part_of_it() {
    for instrument in REGISTRY {
        let text = canonical(*instrument);
        for source in instrument.definition().sources {
            assert!(!text.contains(source.reference), "{}", instrument.definition().id);
        }
        for row in instrument.definition().rows {
            assert!(!text.contains(row.fact.locator), "{}", instrument.definition().id);
        }
    }
}

#[test]
fn the_results_that_are_shown_to_readers_carry_the_hashes_of_today() {
    for page in [include_str!("../docs/contract.md"), include_str!("../README.md")] {
        let shown: Vec<(&str, &str)> = page
            .split("\"definitions\": \"")
            .skip(1)
            .filter_map(|rest| {
                let (hash, rest) = rest.split_once("\",\n \"instrument\": \"")?;
                Some((hash, rest.split_once('"')?.0))
            })
            .collect();
        assert!(!shown.is_empty(), "results are shown");
        for (hash, id) in shown {
            assert_eq!(hash, find(id).expect("an instrument").definition().fingerprint(), "{id}");
        }
    }
}
