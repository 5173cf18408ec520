//! Numbers and their neighbours, as a request writes them.

/// One millionth: the smallest step that a request can write.
pub const LEAST: u32 = 1;
/// The step of a count.
pub const WHOLE: u32 = 1_000_000;

/// A number so many steps away from another, without trailing zeros.
pub fn stepped(number: &str, steps: i64, step: u32) -> String {
    let value = millionths(number) + steps * i64::from(step);
    let decimal = format!("{}.{:06}", value / 1_000_000, value % 1_000_000);
    decimal.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number in millionths.
fn millionths(number: &str) -> i64 {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    format!("{whole}{decimals:0<6}").parse().expect("a number")
}
