//! The `codeboom` program: everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    codeboom::cli::run(std::env::args_os())
}
