//! What work costs: time on the clock, processor time and memory, of this process or of one that it starts, as Linux
//! tells in `/proc`.

use super::Outcome;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Milliseconds of a tick in `/proc`, which is the same on every machine whatever its kernel counts in.
const TICK: u64 = 10;
/// Between two looks at the memory of another process.
const PAUSE: Duration = Duration::from_millis(2);

/// What some work cost.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cost {
    /// Time on the clock.
    pub(crate) wall: Duration,
    /// Processor time of all threads, in the program and for it in the kernel.
    pub(crate) processor: Duration,
    /// Peak memory in bytes, mapped files included: for work in this process, what came on top.
    pub(crate) memory: u64,
}

/// Measures work in this process.
pub(crate) struct Gauge {
    begun: Instant,
    processor: Duration,
    memory: u64,
}

impl Gauge {
    pub(crate) fn start() -> Self {
        // Makes the peak begin anew; where that is not allowed, the figure is that of the whole run.
        let _ = fs::write("/proc/self/clear_refs", "5");
        Self { begun: Instant::now(), processor: processor_time().0, memory: memory_of("self", "VmRSS:") }
    }

    pub(crate) fn read(&self) -> Cost {
        Cost {
            wall: self.begun.elapsed(),
            processor: processor_time().0.saturating_sub(self.processor),
            memory: memory_of("self", "VmHWM:").saturating_sub(self.memory),
        }
    }
}

/// Runs a command to its end, with its output thrown away, and gives what it cost and whether it was content.
pub(crate) fn run(command: &mut Command) -> Outcome<(Cost, bool)> {
    let before = processor_time().1;
    let begun = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let id = child.id().to_string();
    let mut memory = 0;
    loop {
        memory = memory.max(memory_of(&id, "VmHWM:"));
        if let Some(status) = child.try_wait()? {
            let wall = begun.elapsed();
            let processor = processor_time().1.saturating_sub(before);
            return Ok((Cost { wall, processor, memory }, status.success()));
        }
        std::thread::sleep(PAUSE);
    }
}

/// Bytes of the files in a folder.
pub(crate) fn size_of(folder: &Path) -> Outcome<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes)
}

/// Processor time of this process so far, and of those that it has waited for.
fn processor_time() -> (Duration, Duration) {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program stands in brackets and may hold anything.
    let fields: Vec<u64> = text
        .rsplit_once(')')
        .map(|(_, rest)| rest.split_whitespace().map(|field| field.parse().unwrap_or(0)).collect())
        .unwrap_or_default();
    let time = |at: usize| fields.get(at..at + 2).map_or(0, |pair| pair.iter().sum::<u64>()) * TICK;
    (Duration::from_millis(time(11)), Duration::from_millis(time(13)))
}

/// A figure about memory of a process, in bytes; 0 when it has ended.
fn memory_of(process: &str, name: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) * 1024
}
