//! The goals, and what was measured.

use super::Options;
use super::contender::{self, Contenders, FEW};
use super::measured::Measured;
use super::place::Place;
use super::writers::Latencies;

/// A figure beside its goal.
pub(super) struct Figure {
    name: String,
    goal: Goal,
    /// `None` where it could not be measured, which is no success.
    value: Option<f64>,
    unit: &'static str,
}

#[derive(Clone, Copy)]
enum Goal {
    AtLeast(f64),
    AtMost(f64),
    /// Shown to compare with.
    None,
}

impl Figure {
    /// Whether the goal is met; `None` where there is none.
    pub(super) fn met(&self) -> Option<bool> {
        match self.goal {
            Goal::AtLeast(least) => Some(self.value.is_some_and(|value| value >= least)),
            Goal::AtMost(most) => Some(self.value.is_some_and(|value| value <= most)),
            Goal::None => None,
        }
    }

    /// As a row of a table.
    pub(super) fn row(&self) -> [String; 4] {
        let shown = |value: f64| {
            let digits = if value >= 1000.0 { 0 } else { 2 };
            format!("{value:.digits$} {}", self.unit)
                .trim_end()
                .to_owned()
        };
        [
            self.name.clone(),
            match self.goal {
                Goal::AtLeast(least) => format!("≥ {}", shown(least)),
                Goal::AtMost(most) => format!("≤ {}", shown(most)),
                Goal::None => "–".to_owned(),
            },
            self.value.map_or_else(|| "–".to_owned(), shown),
            match self.met() {
                Some(true) => "met".to_owned(),
                Some(false) => "missed".to_owned(),
                None => String::new(),
            },
        ]
    }
}

/// The figures of one database.
struct Figures {
    database: &'static str,
    all: Vec<Figure>,
}

impl Figures {
    fn add(&mut self, what: &str, unit: &'static str, goal: Goal, value: Option<f64>) {
        self.all.push(Figure {
            name: format!("{}: {what}", self.database),
            goal,
            value,
            unit,
        });
    }

    fn rates(&mut self, contenders: &Contenders, part_of_plain: f64) {
        let Contenders {
            moved,
            plain,
            offline,
            online,
            python,
            ..
        } = contenders;
        let least = Goal::AtLeast(60_000.0);
        let batches = seconds(offline);
        let update = seconds(plain);
        let rate = |seconds: Option<f64>| seconds.map(|seconds| moved / seconds);
        let online = rate(seconds(online));
        let whole = rate(Some(offline.seconds));
        self.add("in batches, offline", "rows/s", least, rate(batches));
        self.add("the whole run, offline", "rows/s", Goal::None, whole);
        self.add(
            "in batches, online, beside writers",
            "rows/s",
            Goal::None,
            online,
        );
        self.add("one UPDATE", "rows/s", Goal::None, rate(update));
        if let Some(python) = python {
            let rate = rate(Some(python.seconds));
            self.add("row by row in Python", "rows/s", Goal::None, rate);
        }
        let ratio = update
            .zip(batches)
            .map(|(update, batches)| update / batches);
        let goal = Goal::AtLeast(part_of_plain);
        self.add("in batches, of the rate of one UPDATE", "", goal, ratio);
        if let Some(python) = python {
            let ratio = python.seconds / offline.seconds;
            self.add(
                "the whole run, of the rate of Python",
                "",
                Goal::None,
                Some(ratio),
            );
        }
    }

    fn latencies(&mut self, who: &str, latencies: Latencies, goal: Goal) {
        let Latencies {
            writes,
            p50,
            p99,
            longest,
        } = latencies;
        let what = |of| format!("{who}, {of}");
        self.add(&what("p50"), "ms", Goal::None, Some(p50));
        self.add(&what("p99"), "ms", goal, Some(p99));
        self.add(&what("longest"), "ms", Goal::None, Some(longest));
        let writes = u32::try_from(writes).ok().map(f64::from);
        self.add(&what("writes"), "", Goal::None, writes);
    }

    fn memory(&mut self, what: &str, run: &Measured) {
        let kilobytes = run
            .memory
            .and_then(|bytes| u32::try_from(bytes / 1024).ok());
        let megabytes = kilobytes.map(|kilobytes| f64::from(kilobytes) * 1024.0 / 1e6);
        let what = format!("memory, {what}");
        self.add(&what, "MB", Goal::AtMost(64.0), megabytes);
    }
}

/// What a program says that its work took, without its start and checks.
fn seconds(run: &Measured) -> Option<f64> {
    contender::number(&run.output, "seconds").ok()
}

pub(super) fn of(place: &Place<'_>, contenders: &Contenders, options: &Options) -> Vec<Figure> {
    let mut figures = Figures {
        database: place.name(),
        all: Vec::new(),
    };
    let (part_of_plain, p99) = match place {
        Place::Sqlite(_) => (0.8, Goal::AtMost(50.0)),
        Place::Postgres(_) => (0.45, Goal::None),
    };
    figures.rates(contenders, part_of_plain);
    figures.latencies("writers alone", contenders.writers_alone, Goal::None);
    figures.latencies("writers beside it", contenders.writers_beside, p99);
    figures.memory(&format!("{} rows", options.rows), &contenders.offline);
    figures.memory("online", &contenders.online);
    if let Some(many) = &contenders.many {
        figures.memory(&format!("{} rows", 10 * options.rows), many);
    }
    let millions = u32::try_from(options.rows).map(|rows| f64::from(rows) / 1e6);
    let validation = millions
        .ok()
        .map(|millions| contenders.validation.seconds / millions);
    figures.add(
        "validation of a million rows",
        "s",
        Goal::AtMost(2.0),
        validation,
    );
    let few = Some(contenders.few.seconds);
    figures.add(&format!("{FEW} rows in all"), "s", Goal::AtMost(10.0), few);
    figures.all
}
