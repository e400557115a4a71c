//! The vocabulary as a file beside the segments of an index: a line that says what follows, the segments it covers, and
//! the two layers. It can be made again from the index at any time, so whatever is wrong with it, it is simply not there.

use super::super::schema::ANALYSIS;
use super::Vocabulary;
use fst::Set;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use tantivy::index::SegmentId;

/// Name of the file.
pub(in super::super) const FILE: &str = "vocabulary";

/// First word of the file.
const MARK: &str = "codeboom-vocabulary";

impl Vocabulary {
    /// The vocabulary that lies in a folder; none when it is missing, damaged or of another version of the analysis.
    pub(in super::super) fn read(folder: &Path) -> Option<Self> {
        let bytes = fs::read(folder.join(FILE)).ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (head, rest) = (std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 1..]);
        let mut head = head.split(' ');
        if head.next() != Some(MARK) || head.next()?.parse::<u64>().ok()? != version() {
            return None;
        }
        let length: usize = head.next()?.parse().ok()?;
        let covered: Option<BTreeSet<SegmentId>> = head.map(|id| SegmentId::from_uuid_string(id).ok()).collect();
        let layer = |bytes: &[u8]| {
            let set = Set::new(Arc::<[u8]>::from(bytes)).ok()?;
            set.as_fst().verify().ok().map(|()| set)
        };
        let (long_known, lately) = rest.split_at_checked(length)?;
        Some(Self { long_known: layer(long_known)?, lately: layer(lately)?, covered: Arc::new(covered?) })
    }

    /// Puts it into a folder, whole or not at all.
    pub(in super::super) fn write(&self, folder: &Path) -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        let (long_known, lately) = (self.long_known.as_fst().as_bytes(), self.lately.as_fst().as_bytes());
        write!(file, "{MARK} {} {}", version(), long_known.len())?;
        for segment in self.covered.iter() {
            write!(file, " {}", segment.uuid_string())?;
        }
        file.write_all(b"\n")?;
        file.write_all(long_known)?;
        file.write_all(lately)?;
        file.persist(folder.join(FILE)).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Of this analysis and of the lexicon in it.
fn version() -> u64 {
    u64::from(ANALYSIS) << 32 | u64::from(crate::text::dutch::VERSION)
}
