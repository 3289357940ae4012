//! Memory for columns of answers.

/// So many zeros. The pages of a large column are asked to be large ones, as NumPy does: there are fewer
/// of them to be had from the system, which otherwise takes longer than to compute the column.
pub(super) fn zeros<T: Copy + From<u8>>(count: usize) -> Vec<T> {
    let zeros = vec![T::from(0); count];
    #[cfg(target_os = "linux")]
    advise(&zeros);
    zeros
}

/// From how many bytes on it is worth a call to the system.
#[cfg(target_os = "linux")]
const LARGE: usize = 1 << 22;

#[cfg(target_os = "linux")]
fn advise<T>(values: &[T]) {
    const PAGE: usize = 4096;
    let bytes = size_of_val(values);
    if bytes < LARGE {
        return;
    }
    let start = values.as_ptr().cast::<u8>();
    let skipped = start.align_offset(PAGE);
    // SAFETY: whole pages inside this allocation, whose content the advice does not change. If it is not
    // taken, nothing is lost.
    unsafe {
        let first = start.wrapping_add(skipped).cast_mut().cast();
        libc::madvise(first, bytes.saturating_sub(skipped), libc::MADV_HUGEPAGE);
    }
}
