//! Bars of a chart in the terminal.

/// A line with a bar of this width still fits a terminal of 80 columns.
const WIDEST: u64 = 50;

/// A bar of one `#` for each, or, where the largest count would be too wide, to the scale in which
/// it is just wide enough. What is not nothing is visible.
pub(crate) fn bar(count: u64, largest: u64) -> String {
    let scale = u128::from(largest.max(WIDEST));
    let width = (u128::from(count) * u128::from(WIDEST)).div_ceil(scale);
    // OK because a count is at most the largest, and so the width at most the widest.
    let width = usize::try_from(width.min(u128::from(WIDEST))).unwrap_or_default();
    "#".repeat(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_counts_are_drawn_one_by_one() {
        assert_eq!(bar(7, 7), "#######");
        assert_eq!(bar(3, 7), "###");
        assert_eq!(bar(0, 7), "");
        assert_eq!(bar(50, 50).len(), 50);
    }

    #[test]
    fn large_counts_are_scaled_to_the_largest() {
        assert_eq!(bar(1000, 1000).len(), 50);
        assert_eq!(bar(500, 1000).len(), 25);
        assert_eq!(bar(1, 1000), "#");
        assert_eq!(bar(0, 1000), "");
        assert_eq!(bar(u64::MAX, u64::MAX).len(), 50);
    }

    #[test]
    fn nothing_at_all_is_no_division_by_zero() {
        assert_eq!(bar(0, 0), "");
    }
}
