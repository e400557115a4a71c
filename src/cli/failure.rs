//! How a command fails, and with which exit code: 1 refused or wrong input, 2 usage, 3 broken. A closed pipe is no
//! failure: whoever reads has seen enough.

use crate::interchange::FileFault;
use crate::language::{Message, Messages};
use crate::project::{Refusal, RowFault};
use crate::store::StoreError;
use std::io;
use std::process::ExitCode;

/// Why a command did not end well.
pub(super) enum Failure {
    /// A verb refused.
    Refused(Refusal),
    /// Rows of a named file were refused.
    Rows(String, Vec<RowFault>),
    /// A named file is wrong.
    File(String, Vec<FileFault>),
    /// Something else was refused, and this says what.
    Said(Message),
    /// What was asked for cannot be meant.
    Usage(Message),
    /// Everything that went wrong was said already.
    AlreadySaid,
    /// Output could not be written.
    Output(io::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// What to tell the person; nothing when it was said already or nobody listens.
    pub(super) fn message(&self, messages: &Messages) -> Option<Message> {
        match self {
            Self::Refused(refusal) => Some((messages.refusal)(refusal)),
            Self::Rows(file, faults) => Some((messages.rows)(file, faults)),
            Self::File(file, faults) => Some((messages.file_faults)(file, faults)),
            Self::Said(message) | Self::Usage(message) => Some(message.clone()),
            Self::Output(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Some((messages.command.cannot_write)("stdout", error))
            }
            Self::Output(_) | Self::AlreadySaid => None,
        }
    }

    /// The exit code.
    pub(super) fn code(&self) -> ExitCode {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Usage(_) => ExitCode::from(2),
            Self::Output(_)
            | Self::Refused(Refusal::Store(
                StoreError::Damaged(_) | StoreError::Database(_) | StoreError::File(_) | StoreError::Full,
            )) => ExitCode::from(3),
            Self::Refused(_) | Self::Rows(..) | Self::File(..) | Self::Said(_) | Self::AlreadySaid => ExitCode::from(1),
        }
    }
}
