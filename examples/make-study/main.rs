//! Makes a study of any size to measure and try the program on: transcripts, a codebook, participants and codings in
//! the forms that people write them in.
//!
//! ```text
//! cargo run --release --example make-study -- --interviews 312 --words 10000 --codings 60000 DIR
//! cargo run --release --example make-study -- --interviews 4500 --words 30000 DIR        # 1 GB of text
//! ```
//!
//! The texts are nonsense by design. They have the statistics of Dutch interviews (word frequencies, inflection,
//! compounds, turns, repetition within a conversation) without anyone's words in them, so that they can be made
//! anywhere and shared. The same seed gives the same bytes, and a transcript does not depend on how many codings there
//! are. One transcript is in memory at a time.

#![forbid(unsafe_code)]
#![warn(clippy::pedantic, missing_docs, unreachable_pub, clippy::unwrap_used)]

mod codings;
mod spelling;
mod tables;
mod texts;
mod weighted;
mod words;

use clap::Parser;
use codings::Coding;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeSet;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tables::{Codebook, Interview};
use texts::Transcript;
use weighted::Weighted;
use words::Lexicon;

/// Make a pseudo-Dutch study: transcripts, codebook, participants, codings
#[derive(Debug, Clone, Parser)]
#[command(name = "make-study")]
struct Size {
    /// How many transcripts
    #[arg(long, value_name = "N", default_value = "312", value_parser = positive)]
    interviews: usize,
    /// How many words in each transcript
    #[arg(long, value_name = "N", default_value = "10000", value_parser = positive)]
    words: usize,
    /// How many open codes
    #[arg(long, value_name = "N", default_value = "120", value_parser = positive)]
    codes: usize,
    /// How many codings in all
    #[arg(long, value_name = "N", default_value = "60000")]
    codings: usize,
    /// How many coders, codeur-1 and on
    #[arg(long, value_name = "N", default_value = "3", value_parser = positive)]
    coders: usize,
    /// Over how many cases the interviews are spread
    #[arg(long, value_name = "N", default_value = "41", value_parser = positive)]
    cases: usize,
    /// Another number makes another study of the same size
    #[arg(long, value_name = "N", default_value = "1")]
    seed: u64,
    /// A folder that does not exist yet, or an empty one
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

fn positive(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) => Err("must be at least 1".to_owned()),
        Ok(number) => Ok(number),
        Err(error) => Err(format!("not a number: {error}")),
    }
}

/// A study that is made transcript by transcript.
struct Study {
    size: Size,
    lexicon: Lexicon,
    interviews: Vec<Interview>,
    codebook: Codebook,
    code_chances: Weighted,
    codings_per_transcript: Vec<usize>,
}

impl Study {
    fn new(size: Size) -> Self {
        Self {
            lexicon: Lexicon::new(&mut random(size.seed, 0)),
            interviews: tables::interviews(size.interviews, size.cases, &mut random(size.seed, 1)),
            codebook: tables::codebook(size.codes, &mut random(size.seed, 2)),
            code_chances: Weighted::zipf(size.codes, 0.9),
            codings_per_transcript: codings::per_transcript(size.codings, size.interviews, &mut random(size.seed, 3)),
            size,
        }
    }

    fn transcript(&self, number: usize) -> Transcript {
        let mut rng = random(self.size.seed, 4 + 3 * number as u64);
        texts::write(&self.lexicon, &self.interviews[number].respondent, self.size.words, &mut rng)
    }

    fn codings(&self, number: usize, transcript: &Transcript) -> BTreeSet<Coding> {
        let mut rng = random(self.size.seed, 5 + 3 * number as u64);
        codings::code(transcript, self.codings_per_transcript[number], &self.code_chances, self.size.coders, &mut rng)
    }

    /// Writes all files and says how much became of it.
    fn write(&self, folder: &Path) -> Result<String, Box<dyn Error>> {
        let transcripts = folder.join("transcripts");
        fs::create_dir_all(&transcripts)?;
        fs::write(folder.join("codeboek.toml"), &self.codebook.toml)?;
        fs::write(folder.join("respondenten.csv"), tables::participants_csv(&self.interviews)?)?;

        let mut table = csv::Writer::from_path(folder.join("coderingen.csv"))?;
        table.write_record(["transcript", "start", "end", "code", "coder", "note"])?;
        let (mut bytes, mut coded) = (0, 0);
        for (number, interview) in self.interviews.iter().enumerate() {
            let transcript = self.transcript(number);
            fs::write(transcripts.join(format!("{}.txt", interview.transcript)), &transcript.text)?;
            bytes += transcript.text.len();
            let mut rng = random(self.size.seed, 6 + 3 * number as u64);
            for coding in self.codings(number, &transcript) {
                table.write_record([
                    &interview.transcript,
                    &coding.start.to_string(),
                    &coding.end.to_string(),
                    &self.codebook.codes[coding.code],
                    &format!("codeur-{}", coding.coder),
                    codings::note(&mut rng),
                ])?;
                coded += 1;
            }
        }
        table.flush()?;
        let (transcripts, wanted) = (self.interviews.len(), self.size.codings);
        let short = if coded < wanted { format!(" (the texts are too short for {wanted})") } else { String::new() };
        Ok(format!("{transcripts} transcripts, {bytes} bytes, {coded} codings{short}"))
    }
}

/// Every part of the study draws from its own stream, so that changing one leaves the others as they were.
fn random(seed: u64, stream: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(stream);
    rng
}

fn run() -> Result<(), Box<dyn Error>> {
    let size = Size::parse();
    let folder = size.folder.clone();
    // Files of a larger study would stay behind between those of a smaller one.
    if folder.exists() && fs::read_dir(&folder)?.next().is_some() {
        return Err(format!("{} is not empty: choose another folder, or empty it first", folder.display()).into());
    }
    eprintln!("{}: {}", folder.display(), Study::new(size).write(&folder)?);
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("make-study: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Size, Study};
    use clap::Parser;
    use std::collections::BTreeSet;
    use std::sync::LazyLock;

    static TINY: LazyLock<Study> = LazyLock::new(|| tiny("1"));

    fn tiny(seed: &str) -> Study {
        let arguments = ["make-study", "--interviews", "7", "--words", "900", "--codings", "500", "--cases", "3"];
        Study::new(Size::parse_from(arguments.into_iter().chain(["--seed", seed, "nergens"])))
    }

    /// The code points of every turn's text, found in the text itself.
    fn turns(text: &str) -> Vec<(usize, usize)> {
        let mut turns: Vec<(usize, usize)> = Vec::new();
        let mut position = 0;
        for paragraph in text.trim_end().split("\n\n") {
            let end = position + paragraph.chars().count();
            match paragraph.split_once(": ") {
                Some((label, _)) if label == "Interviewer" || label.starts_with("Resp ") => {
                    turns.push((position + label.chars().count() + 2, end));
                }
                _ => turns.last_mut().expect("a text begins with a label").1 = end,
            }
            position = end + 2;
        }
        turns
    }

    #[test]
    fn the_same_seed_gives_the_same_study() {
        let (one, same, other) = (&*TINY, tiny("1"), tiny("2"));
        assert_eq!(one.codebook.toml, same.codebook.toml);
        assert_eq!(one.interviews, same.interviews);
        assert_ne!(one.codebook.toml, other.codebook.toml);
        for number in 0..7 {
            let transcript = one.transcript(number);
            assert_eq!(transcript.text, same.transcript(number).text);
            assert_eq!(one.codings(number, &transcript), same.codings(number, &transcript));
            assert_ne!(transcript.text, other.transcript(number).text);
        }
    }

    #[test]
    fn transcripts_have_their_words_and_turns() {
        let study = &*TINY;
        for number in 0..7 {
            let transcript = study.transcript(number);
            let turns = turns(&transcript.text);
            assert_eq!(turns.len(), transcript.turns.len());
            let characters: Vec<char> = transcript.text.chars().collect();
            let words: Vec<usize> = turns
                .iter()
                .map(|&(start, end)| characters[start..end].iter().collect::<String>().split_whitespace().count())
                .collect();
            assert!(words.iter().all(|words| (1..=200).contains(words)), "{words:?}");
            assert_eq!(words.iter().sum::<usize>(), 900);
            let body = transcript.text.strip_suffix('\n').expect("the last line is complete");
            assert!(!body.contains("\n\n\n") && body.ends_with(['.', '?', '!', '…']));
        }
    }

    #[test]
    fn codings_lie_at_words_within_one_turn() {
        let study = &*TINY;
        let mut total = 0;
        for number in 0..7 {
            let transcript = study.transcript(number);
            let turns = turns(&transcript.text);
            let characters: Vec<char> = transcript.text.chars().collect();
            let codings = study.codings(number, &transcript);
            assert!(!codings.is_empty());
            for coding in &codings {
                let (start, end) = (coding.start as usize, coding.end as usize);
                assert!(turns.iter().any(|turn| turn.0 <= start && end <= turn.1), "{coding:?}");
                let quote: String = characters[start..end].iter().collect();
                let words = quote.split_whitespace().count();
                assert!((5..=60).contains(&words), "{words} words: {quote}");
                assert!(characters[start - 1].is_whitespace(), "{quote}");
                assert!(!characters[end].is_alphanumeric() && !quote.ends_with(['.', ',', '?', '!', '…']), "{quote}");
                assert!(coding.code < 120 && (1..=3).contains(&coding.coder));
            }
            total += codings.len();
        }
        assert_eq!(total, 500);
        let coders: BTreeSet<usize> = (0..7)
            .flat_map(|number| study.codings(number, &study.transcript(number)))
            .map(|coding| coding.coder)
            .collect();
        assert_eq!(coders, BTreeSet::from([1, 2, 3]));
    }
}
