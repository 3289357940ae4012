//! One kernel on columns of one size, beside a copy of its bytes and what others do.

use std::hint::black_box;
use std::marker::PhantomData;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode, Throughput};
use semaine::Error;
use semaine::columns::InstructionSet;

use crate::inputs::ROWS;
use crate::outputs::Output;

/// The size of a column, and how long to look at it.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    name: &'static str,
    pub(crate) rows: usize,
    samples: usize,
    warm_up: Duration,
    measurement: Duration,
}

pub(crate) const L1: Size = Size {
    name: "l1",
    rows: 4096,
    samples: 100,
    warm_up: Duration::from_millis(100),
    measurement: Duration::from_millis(300),
};

/// Input and output fit into 512 KiB, except of week dates with their texts.
pub(crate) const L2: Size = Size {
    name: "l2",
    rows: 32_768,
    ..L1
};

/// A run over it takes long enough to be a sample by itself, and many of those are more likely to
/// have one that nothing disturbed.
pub(crate) const LARGE: Size = Size {
    name: "10m",
    rows: ROWS,
    samples: 50,
    warm_up: Duration::from_millis(50),
    measurement: Duration::from_millis(600),
};

/// The samples of a peer on the largest column, which takes a tenth of a second or more for each.
const SAMPLES_OF_SLOW: usize = 10;
/// The kernels beside which the peers are measured there.
const PEERS_OF_LARGE: [&str; 3] = ["week_number", "week_start", "year_week"];

/// The benchmarks of one kernel on columns of one size.
pub(crate) struct Group<'a, O, E> {
    benchmarks: BenchmarkGroup<'a, WallTime>,
    kernel: &'static str,
    size: Size,
    expected: E,
    output: PhantomData<O>,
}

/// Columns of one size, on which kernels are measured.
pub(crate) struct Columns<'a> {
    pub(crate) criterion: &'a mut Criterion,
    pub(crate) size: Size,
}

impl Columns<'_> {
    /// The benchmarks of a kernel that must read and write so many bytes; `expected` is what chrono
    /// says of each row.
    pub(crate) fn group<O: Output, E: Fn(usize) -> O::Row>(
        &mut self,
        kernel: &'static str,
        bytes: usize,
        expected: E,
    ) -> Group<'_, O, E> {
        let size = self.size;
        let mut benchmarks = self
            .criterion
            .benchmark_group(format!("{kernel}_{}", size.name));
        benchmarks
            .throughput(Throughput::Elements(size.rows as u64))
            .sample_size(size.samples)
            .warm_up_time(size.warm_up)
            .measurement_time(size.measurement)
            .sampling_mode(SamplingMode::Flat)
            // The minimum is what counts; resampling would take longer than measuring.
            .nresamples(1001);
        let mut group = Group {
            benchmarks,
            kernel,
            size,
            expected,
            output: PhantomData,
        };
        group.memcpy(bytes);
        group
    }
}

impl<O: Output, E: Fn(usize) -> O::Row> Group<'_, O, E> {
    /// Times the kernel; in L1, where the instructions are all that counts, also with each slower
    /// instruction set.
    pub(crate) fn semaine<R>(&mut self, work: impl Fn(&mut O) -> Result<R, Error>) {
        let work = |out: &mut O| work(out).expect("lengths that match");
        self.time("semaine", work);
        let sets: Vec<_> = InstructionSet::available().collect();
        if let Some((fastest, slower)) = sets.split_last().filter(|_| self.size.name == L1.name) {
            for set in slower {
                set.limit();
                self.time(&format!("semaine {set}"), work);
            }
            fastest.limit();
        }
    }

    /// Times a loop with another library, on columns that it fills.
    pub(crate) fn peer<P: Output<Row = O::Row>>(&mut self, name: &str, work: impl Fn(&mut P)) {
        if self.size.rows == ROWS {
            if !PEERS_OF_LARGE.contains(&self.kernel) {
                return;
            }
            self.benchmarks.sample_size(SAMPLES_OF_SLOW);
        }
        self.time(name, work);
    }

    /// Times a copy that moves, reading and writing, as many bytes as the kernel must.
    fn memcpy(&mut self, bytes: usize) {
        let mut columns = None;
        self.benchmarks.bench_function("memcpy", |bencher| {
            let (from, to) = columns.get_or_insert_with(|| {
                let blank = <Vec<u8> as Output>::blank(bytes / 2);
                (vec![1; bytes / 2], blank)
            });
            bencher.iter(|| black_box(&mut *to).copy_from_slice(black_box(from)));
            assert_eq!((to.first(), to.last()), (from.first(), from.last()));
        });
    }

    /// Compares every row before the timing, and afterwards a few that the timed loop has written.
    fn time<P: Output<Row = O::Row>, R>(&mut self, function: &str, work: impl Fn(&mut P) -> R) {
        let Self {
            benchmarks,
            size: Size { rows, .. },
            expected,
            ..
        } = self;
        let compare = |out: &P, step| {
            for row in (0..*rows).step_by(step) {
                assert_eq!(out.row(row), Some(expected(row)), "{function}, row {row}");
            }
        };
        let mut out = None;
        benchmarks.bench_function(function, |bencher| {
            let out = out.get_or_insert_with(|| {
                let mut out = P::blank(*rows);
                work(&mut out);
                compare(&out, 1);
                P::blank(*rows)
            });
            bencher.iter(|| work(black_box(&mut *out)));
            compare(out, *rows / 16 + 1);
        });
    }
}
