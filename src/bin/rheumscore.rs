//! The command-line scorer.

use std::io::{self, BufReader, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use rheumscore::cli;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut errors = io::stderr().lock();

    let ended = cli::run(&arguments, &mut input, &mut output, &mut errors)
        .and_then(|exit| output.flush().map(|()| exit));
    match ended {
        Ok(exit) => ExitCode::from(exit.code()),
        // Whoever reads us has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to be told where even this fails.
            let _ = writeln!(errors, "rheumscore: {error}");
            ExitCode::from(2)
        }
    }
}
