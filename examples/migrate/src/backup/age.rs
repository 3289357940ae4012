//! How old a backup has to be.

use jiff::SignedDuration;

/// Reads an age such as `12h`, `365d` or `4w`: hours, days of 24 hours, weeks of seven days.
///
/// # Errors
///
/// A sentence for any other text, and for ages beyond a hundred thousand years.
///
/// # Examples
///
/// ```
/// use semaine_migrate::backup::age;
///
/// assert_eq!(age::parse("4w"), age::parse("28d"));
/// assert!(age::parse("4 months").is_err());
/// ```
pub fn parse(text: &str) -> Result<SignedDuration, String> {
    let refused = || format!("{text:?} is no age: write hours, days or weeks, as 12h, 365d or 4w");
    let (number, hours) = [("h", 1), ("d", 24), ("w", 7 * 24)]
        .into_iter()
        .find_map(|(unit, hours)| Some((text.strip_suffix(unit)?, hours)))
        .ok_or_else(refused)?;
    let number: u32 = number.parse().map_err(|_| refused())?;
    let hours = i64::from(number) * hours;
    if hours > 100_000 * 366 * 24 {
        return Err(refused());
    }
    Ok(SignedDuration::from_hours(hours))
}
