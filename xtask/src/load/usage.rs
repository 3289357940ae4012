//! What a process and those that it started take, where Linux tells.

use std::fs;
use std::iter::{self, Sum};
use std::time::Duration;

/// How long a tick of the processes' time is on Linux.
const TICK: Duration = Duration::from_millis(10);

/// Bytes of memory, each page that several share in equal parts; `None` on other systems.
pub(super) fn memory(process: u32) -> Option<u64> {
    of_family(process, proportional_set_size)
}

/// Time of processors.
pub(super) fn time(process: u32) -> Option<Duration> {
    let ticks: u32 = of_family(process, ticks)?;
    Some(TICK * ticks)
}

/// The sum of something of a process, its children and theirs; of those that end meanwhile, nothing.
fn of_family<T: Sum>(process: u32, take: fn(u32) -> Option<T>) -> Option<T> {
    let own = take(process)?;
    let others = descendants(process).into_iter().filter_map(take);
    Some(iter::once(own).chain(others).sum())
}

fn descendants(process: u32) -> Vec<u32> {
    let mut family = children(process);
    let mut next = 0;
    while let Some(process) = family.get(next) {
        family.extend(children(*process));
        next += 1;
    }
    family
}

/// Every thread has children of its own.
fn children(process: u32) -> Vec<u32> {
    let threads = fs::read_dir(format!("/proc/{process}/task"));
    let threads = threads.into_iter().flatten().flatten();
    threads
        .filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok())
        .flat_map(|text| {
            let children = text.split_whitespace();
            children
                .filter_map(|pid| pid.parse().ok())
                .collect::<Vec<_>>()
        })
        .collect()
}

fn proportional_set_size(process: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

fn ticks(process: u32) -> Option<u32> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in parentheses, may hold anything.
    let (_, fields) = text.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(11);
    let user: u32 = fields.next()?.parse().ok()?;
    let system: u32 = fields.next()?.parse().ok()?;
    Some(user + system)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn this_process_takes_memory() {
        let memory = memory(std::process::id()).unwrap();
        assert!((100_000..100_000_000_000).contains(&memory), "{memory}");
        assert!(time(std::process::id()).is_some());
    }
}
