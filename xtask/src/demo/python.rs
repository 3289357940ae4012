//! What the Python package answers to the same dates.

use std::io::{self, BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use anyhow::{Context, Result, ensure};
use semaine::{Date, IsoWeek};

use crate::process;
use crate::python::installed;

/// So many dates fit any system's pipe, so that they can be written before an answer is read.
pub(crate) const BATCH: usize = 256;

/// A Python that runs beside, with the package installed.
pub(crate) struct Python {
    child: Child,
    questions: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    agreement: Agreement,
}

impl Python {
    /// Builds and installs the package if something has changed, and starts Python.
    pub(crate) fn start() -> Result<Self> {
        process::say("Installing the Python package; the first time, that takes a minute")?;
        let (mut python, name) = installed()
            .context("Python's answers are missing; --no-python shows those of Rust alone")?;
        let mut child = python
            .arg("xtask/src/demo/answers.py")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {name}"))?;
        let questions = child.stdin.take().context("Python has no input")?;
        let answers = child.stdout.take().context("Python has no output")?;
        Ok(Self {
            child,
            questions,
            answers: BufReader::new(answers).lines(),
            agreement: Agreement::with(name),
        })
    }

    /// Asks for the weeks of at most [`BATCH`] dates.
    pub(crate) fn ask(&mut self, dates: impl Iterator<Item = Date> + Clone) -> Result<Vec<Answer>> {
        let asked = dates.clone().filter(|&date| fits_datetime(date));
        let questions: String = asked.map(|date| date.to_string() + "\n").collect();
        let gone = "Python ended before it had answered";
        self.questions
            .write_all(questions.as_bytes())
            .context(gone)?;
        dates
            .map(|date| {
                let text = fits_datetime(date).then(|| self.answers.next().context(gone));
                let text = text.transpose()?.transpose().context(gone)?;
                Ok(self.agreement.judge(date, text))
            })
            .collect()
    }

    /// Waits for Python to end, and says how often it agreed.
    pub(crate) fn finish(self) -> Result<Agreement> {
        let Self {
            mut child,
            questions,
            agreement,
            ..
        } = self;
        drop(questions);
        let status = child.wait().context("cannot wait for Python")?;
        ensure!(status.success(), "Python ended with {status}");
        Ok(agreement)
    }
}

/// An answer beside what Rust says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Same {
        python: String,
    },
    Different {
        rust: String,
        python: String,
    },
    /// A week that `datetime.date` cannot hold, and so was not asked for.
    Beyond,
}

impl Answer {
    /// The answer in a table: Python's week.
    pub(crate) fn cell(&self) -> String {
        let week = |answer: &str| answer.split(' ').next().unwrap_or_default().to_owned();
        match self {
            Self::Same { python } => week(python),
            Self::Different { python, .. } => week(python) + "  DIFFERENT",
            Self::Beyond => "-".to_owned(),
        }
    }

    /// What to tell of an answer that is not the same.
    pub(crate) fn complaint(&self) -> Option<String> {
        match self {
            Self::Different { rust, python } => {
                Some(format!("Rust says {rust}, Python says {python}"))
            }
            Self::Same { .. } | Self::Beyond => None,
        }
    }
}

/// How often both said the same.
pub(crate) struct Agreement {
    python: String,
    same: u64,
    different: u64,
    beyond: u64,
}

impl Agreement {
    fn with(python: String) -> Self {
        Self {
            python,
            same: 0,
            different: 0,
            beyond: 0,
        }
    }

    /// Compares an answer, of which there is none if it was not asked for.
    fn judge(&mut self, date: Date, python: Option<String>) -> Answer {
        let rust = answer_of_rust(date);
        match python {
            None => {
                self.beyond += 1;
                Answer::Beyond
            }
            Some(python) if python == rust => {
                self.same += 1;
                Answer::Same { python }
            }
            Some(python) => {
                self.different += 1;
                Answer::Different { rust, python }
            }
        }
    }

    /// How many answers were not the same.
    pub(crate) fn different(&self) -> u64 {
        self.different
    }

    pub(crate) fn print(&self, out: &mut impl Write) -> io::Result<()> {
        let Self {
            python,
            same,
            different,
            beyond,
        } = self;
        writeln!(out, "\nRust and {python} agree on {}", dates(*same))?;
        if *different > 0 {
            writeln!(out, "They DIFFER on {}", dates(*different))?;
        }
        if *beyond > 0 {
            writeln!(out, "Beyond Python's datetime.date: {}", dates(*beyond))?;
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

/// Whether Python can name each day of the date's week.
fn fits_datetime(date: Date) -> bool {
    let week = IsoWeek::of(date);
    week.monday().year() >= 1 && week.sunday().year() <= 9999
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
        let python = same.clone();
        assert_eq!(
            agreement.judge(day, Some(same.clone())),
            Answer::Same { python },
        );
        assert_eq!(agreement.judge(date(-5, 1, 1), None), Answer::Beyond);
        assert_eq!(agreement.different(), 0);
        let python = "2024-W53 2024-12-30 2025-01-05 53".to_owned();
        assert_eq!(
            agreement.judge(day, Some(python.clone())),
            Answer::Different { rust: same, python },
        );
        assert_eq!(agreement.different(), 1);
        let mut out = Vec::new();
        agreement.print(&mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\nRust and Python 3.13.0 agree on 1 date\n\
             They DIFFER on 1 date\n\
             Beyond Python's datetime.date: 1 date\n",
        );
    }

    #[test]
    fn weeks_that_python_cannot_name_are_not_asked_for() {
        for day in [date(1, 1, 1), date(2025, 1, 1), date(9999, 12, 26)] {
            assert!(fits_datetime(day), "{day}");
        }
        for day in [date(0, 12, 31), date(9999, 12, 27), date(12025, 1, 1)] {
            assert!(!fits_datetime(day), "{day}");
        }
    }
}
