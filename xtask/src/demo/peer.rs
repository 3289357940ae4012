//! What another language answers to the same dates.

use std::io::{self, BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, Result, ensure};
use semaine::{Date, IsoWeek};

/// So many dates fit any system's pipe, so that they can be written before an answer is read.
pub(crate) const BATCH: usize = 256;

/// A program that runs beside, with its package installed.
pub(crate) struct Peer {
    column: &'static str,
    holds: fn(Date) -> bool,
    child: Child,
    questions: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    agreement: Agreement,
}

impl Peer {
    /// Starts a program that answers each line with a date by one with its week, Monday, Sunday and
    /// number, and is asked for the dates that it `holds`; its answers stand in a `column`.
    pub(crate) fn start(
        column: &'static str,
        name: String,
        program: &mut Command,
        holds: fn(Date) -> bool,
    ) -> Result<Self> {
        let mut child = program
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {name}"))?;
        let questions = child.stdin.take().context("a peer has no input")?;
        let answers = child.stdout.take().context("a peer has no output")?;
        Ok(Self {
            column,
            holds,
            child,
            questions,
            answers: BufReader::new(answers).lines(),
            agreement: Agreement::with(name),
        })
    }

    /// The header of its column.
    pub(crate) fn column(&self) -> &'static str {
        self.column
    }

    /// Asks for the weeks of at most [`BATCH`] dates.
    pub(crate) fn ask(&mut self, dates: impl Iterator<Item = Date> + Clone) -> Result<Vec<Answer>> {
        let holds = self.holds;
        let asked = dates.clone().filter(|&date| holds(date));
        let questions: String = asked.map(|date| date.to_string() + "\n").collect();
        let gone = || format!("{} ended before it had answered", self.column);
        self.questions
            .write_all(questions.as_bytes())
            .with_context(gone)?;
        dates
            .map(|date| {
                let text = holds(date).then(|| self.answers.next().with_context(gone));
                let text = text.transpose()?.transpose().with_context(gone)?;
                Ok(self.agreement.judge(date, text))
            })
            .collect()
    }

    /// Waits for its end, and says how often it agreed.
    pub(crate) fn finish(self) -> Result<Agreement> {
        let Self {
            column,
            mut child,
            questions,
            agreement,
            ..
        } = self;
        drop(questions);
        let status = child
            .wait()
            .with_context(|| format!("cannot wait for {column}"))?;
        ensure!(status.success(), "{column} ended with {status}");
        Ok(agreement)
    }
}

/// An answer beside what Rust says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Same {
        answer: String,
    },
    Different {
        rust: String,
        peer: String,
        answer: String,
    },
    /// A week that the language cannot hold, and so was not asked for.
    Beyond,
}

impl Answer {
    /// The answer in a table: the week.
    pub(crate) fn cell(&self) -> String {
        let week = |answer: &str| answer.split(' ').next().unwrap_or_default().to_owned();
        match self {
            Self::Same { answer } => week(answer),
            Self::Different { answer, .. } => week(answer) + "  DIFFERENT",
            Self::Beyond => "-".to_owned(),
        }
    }

    /// What to tell of an answer that is not the same.
    pub(crate) fn complaint(&self) -> Option<String> {
        match self {
            Self::Different { rust, peer, answer } => {
                Some(format!("Rust says {rust}, {peer} says {answer}"))
            }
            Self::Same { .. } | Self::Beyond => None,
        }
    }
}

/// How often both said the same.
pub(crate) struct Agreement {
    peer: String,
    same: u64,
    different: u64,
    beyond: u64,
}

impl Agreement {
    fn with(peer: String) -> Self {
        Self {
            peer,
            same: 0,
            different: 0,
            beyond: 0,
        }
    }

    /// Compares an answer, of which there is none if it was not asked for.
    fn judge(&mut self, date: Date, answer: Option<String>) -> Answer {
        let rust = answer_of_rust(date);
        match answer {
            None => {
                self.beyond += 1;
                Answer::Beyond
            }
            Some(answer) if answer == rust => {
                self.same += 1;
                Answer::Same { answer }
            }
            Some(answer) => {
                self.different += 1;
                let peer = self.peer.clone();
                Answer::Different { rust, peer, answer }
            }
        }
    }

    /// How many answers were not the same.
    pub(crate) fn different(&self) -> u64 {
        self.different
    }

    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let Self {
            peer,
            same,
            different,
            beyond,
        } = self;
        writeln!(out, "Rust and {peer} agree on {}", dates(*same))?;
        if *different > 0 {
            writeln!(out, "They DIFFER on {}", dates(*different))?;
        }
        if *beyond > 0 {
            writeln!(out, "Beyond what {peer} can name: {}", dates(*beyond))?;
        }
        Ok(())
    }
}

fn dates(count: u64) -> String {
    format!("{count} date{}", if count == 1 { "" } else { "s" })
}

fn answer_of_rust(date: Date) -> String {
    let week = IsoWeek::of(date);
    let (monday, sunday) = (week.monday(), week.sunday());
    format!("{week} {monday} {sunday} {}", week.week())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u8, day: u8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn answers_are_compared_and_counted() {
        let mut agreement = Agreement::with("Python 3.13.0".to_owned());
        let same = "2025-W01 2024-12-30 2025-01-05 1".to_owned();
        let day = date(2024, 12, 31);
        let answer = same.clone();
        assert_eq!(
            agreement.judge(day, Some(same.clone())),
            Answer::Same { answer },
        );
        assert_eq!(agreement.judge(date(-5, 1, 1), None), Answer::Beyond);
        assert_eq!(agreement.different(), 0);
        let answer = "2024-W53 2024-12-30 2025-01-05 53".to_owned();
        assert_eq!(
            agreement.judge(day, Some(answer.clone())),
            Answer::Different {
                rust: same,
                peer: "Python 3.13.0".to_owned(),
                answer,
            },
        );
        assert_eq!(agreement.different(), 1);
        let mut out = Vec::new();
        agreement.print(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "Rust and Python 3.13.0 agree on 1 date\n\
             They DIFFER on 1 date\n\
             Beyond what Python 3.13.0 can name: 1 date\n",
        );
    }
}
