//! Which instruction set the columns run on.

use core::fmt;

/// A set of instructions for which the columns' functions are compiled.
///
/// The functions of this module use the fastest that the machine has, looked for while the program
/// runs. Without the feature `std`, and on other processors, they use what the compiler was told to
/// use, which is then all that there is.
///
/// ```
/// use semaine::columns::InstructionSet;
///
/// println!("weeks are computed with {}", InstructionSet::current());
/// assert!(InstructionSet::available().any(|set| set == InstructionSet::current()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InstructionSet {
    /// What the compiler was told to use.
    Compiled,
    /// SSE2, which every x86-64 processor has.
    Sse2,
    /// SSE4.2: x86-64-v2.
    Sse42,
    /// AVX2: x86-64-v3.
    Avx2,
    /// AVX-512, as Ice Lake and Zen 4 and later processors have it.
    Avx512,
    /// NEON, which every 64-bit ARM processor has.
    Neon,
}

impl fmt::Display for InstructionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Compiled => "the compiler's instruction set",
            Self::Sse2 => "SSE2",
            Self::Sse42 => "SSE4.2",
            Self::Avx2 => "AVX2",
            Self::Avx512 => "AVX-512",
            Self::Neon => "NEON",
        })
    }
}

impl InstructionSet {
    const ALL: [Self; 6] = [
        Self::Compiled,
        Self::Sse2,
        Self::Sse42,
        Self::Avx2,
        Self::Avx512,
        Self::Neon,
    ];

    /// The set in use.
    #[must_use]
    pub fn current() -> Self {
        choice::current()
    }

    /// The sets that this machine has, the slowest first.
    pub fn available() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|set| choice::has(*set))
    }

    /// From now on, in all threads, uses this set, or the fastest that comes before it in
    /// [`InstructionSet::available`], or the first of those: to measure, to test, or to keep a processor
    /// from slowing down its clock. The last of them lifts the limit.
    ///
    /// ```
    /// use semaine::columns::InstructionSet;
    ///
    /// for set in InstructionSet::available() {
    ///     set.limit();
    ///     assert_eq!(InstructionSet::current(), set);
    /// }
    /// ```
    pub fn limit(self) {
        choice::limit(self);
    }
}

pub(super) use self::choice::vectorized;

/// The choice while the program runs.
#[cfg(feature = "std")]
mod choice {
    use core::sync::atomic::{AtomicU8, Ordering};

    use fearless_simd::{Level, Simd, dispatch};

    use super::InstructionSet;

    /// The place in `InstructionSet::ALL` of the fastest set that may be used. Nothing else is
    /// published with it, so that any order will do.
    static LIMIT: AtomicU8 = AtomicU8::new(u8::MAX);

    pub(super) fn limit(set: InstructionSet) {
        LIMIT.store(set as u8, Ordering::Relaxed);
    }

    pub(super) fn has(set: InstructionSet) -> bool {
        level_of(Level::new(), set).is_some()
    }

    pub(super) fn current() -> InstructionSet {
        let level = level();
        let mut sets = InstructionSet::ALL.into_iter().rev();
        sets.find(|set| level_of(level, *set).is_some())
            .unwrap_or(InstructionSet::Compiled)
    }

    /// Runs a function that is compiled for each instruction set. It and all that it calls has to be
    /// inlined into this one.
    #[inline(always)]
    pub(in crate::columns) fn vectorized<R>(work: impl FnOnce() -> R) -> R {
        dispatch!(level(), simd => simd.vectorize(work))
    }

    fn level() -> Level {
        let best = Level::new();
        let limit = LIMIT.load(Ordering::Relaxed);
        if limit == u8::MAX {
            return best;
        }
        let levels = InstructionSet::ALL.map(|set| level_of(best, set));
        let allowed = levels.iter().take(usize::from(limit) + 1).flatten();
        let level = allowed.last().or_else(|| levels.iter().flatten().next());
        level.copied().unwrap_or(best)
    }

    /// The part of what the machine has that a set stands for. A set below what the compiler was told
    /// to use everywhere cannot be had.
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    fn level_of(best: Level, set: InstructionSet) -> Option<Level> {
        let compiled = Level::baseline();
        match set {
            InstructionSet::Compiled => best.is_fallback().then_some(best),
            InstructionSet::Sse2 if compiled.as_sse4_2().is_none() => {
                best.as_sse2().map(Level::Sse2)
            }
            InstructionSet::Sse42 if compiled.as_avx2().is_none() => {
                best.as_sse4_2().map(Level::Sse4_2)
            }
            InstructionSet::Avx2 if compiled.as_avx512().is_none() => {
                best.as_avx2().map(Level::Avx2)
            }
            InstructionSet::Avx512 => best.as_avx512().map(Level::Avx512),
            _ => None,
        }
    }

    /// The part of what the machine has that a set stands for.
    #[cfg(target_arch = "aarch64")]
    fn level_of(best: Level, set: InstructionSet) -> Option<Level> {
        match set {
            InstructionSet::Neon => best.as_neon().map(Level::Neon),
            InstructionSet::Compiled => best.is_fallback().then_some(best),
            _ => None,
        }
    }

    /// The part of what the machine has that a set stands for.
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64", target_arch = "aarch64")))]
    fn level_of(best: Level, set: InstructionSet) -> Option<Level> {
        (set == InstructionSet::Compiled).then_some(best)
    }
}

/// No choice: the compiler has made it.
#[cfg(not(feature = "std"))]
mod choice {
    use super::InstructionSet;

    pub(super) fn limit(_: InstructionSet) {}

    pub(super) fn has(set: InstructionSet) -> bool {
        set == InstructionSet::Compiled
    }

    pub(super) fn current() -> InstructionSet {
        InstructionSet::Compiled
    }

    #[inline(always)]
    pub(in crate::columns) fn vectorized<R>(work: impl FnOnce() -> R) -> R {
        work()
    }
}
