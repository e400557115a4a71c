//! How words are compared: a choice that commands which search share.

use crate::search::Matching;
use clap::Args;

/// How words without quotation marks are compared.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct MatchingArgs {
    /// Alleen precies deze woordvormen
    #[arg(long)]
    exact: bool,
    /// Ruimer: ook woorden met dezelfde stam (regeren vindt regering)
    #[arg(long)]
    broad: bool,
    /// Ook binnen samenstellingen (agent vindt wijkagent)
    #[arg(long)]
    inside: bool,
}

impl MatchingArgs {
    /// What the options mean.
    pub(super) fn matching(&self) -> Matching {
        match self {
            Self { exact: true, .. } => Matching::Exact,
            Self { broad: true, .. } => Matching::Broad,
            Self { inside: true, .. } => Matching::Inside,
            Self { .. } => Matching::Lemmas,
        }
    }
}
