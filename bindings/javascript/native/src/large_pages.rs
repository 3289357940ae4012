//! Memory in large pages, of which the system has to hand out fewer.
#![allow(unsafe_code, reason = "the system is called")]

/// Asks for large pages for memory that nothing was written to yet: to hand out small ones takes the system
/// longer than to compute the column. If the advice is not taken, nothing is lost.
#[cfg(target_os = "linux")]
pub(crate) fn ask_for(memory: &mut [u8]) {
    const PAGE: usize = 4096;
    let skipped = memory.as_ptr().align_offset(PAGE);
    let whole = memory.len().saturating_sub(skipped) / PAGE * PAGE;
    let start = memory.as_mut_ptr().wrapping_add(skipped).cast();
    // SAFETY: whole pages of this memory, whose content the advice does not change; or none.
    unsafe { libc::madvise(start, whole, libc::MADV_HUGEPAGE) };
}

/// Other systems have no such advice.
#[cfg(not(target_os = "linux"))]
pub(crate) fn ask_for(_: &mut [u8]) {}
