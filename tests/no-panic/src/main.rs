//! The proof that semaine does not panic, by the linker.
//!
//! Each constructor, parser, accessor, conversion, operation and iterator is called from a function
//! of its own under `#[no_panic]`, which leaves an undefined symbol behind wherever the optimiser
//! cannot rule a panic out. So this program links, in the profile `proof`, only if none of them can
//! panic on any input. Left out are `+` and `-` with a number, whose panic beyond the range is
//! documented, and what hands over to other crates: `Display`, serde and the other calendars.

use std::hint::black_box;

use no_panic::no_panic;
use semaine::columns::{
    self, EpochWeeks, EpochWeeksMut, Formatted, Instants, InstantsMut, InstructionSet, Parsed,
    Texts, TextsMut, TimeUnit,
};
use semaine::{
    Date, Days, Error, ErrorKind, IsoWeek, IsoWeekDate, MonthRule, MonthWeek, Text, Weekday, Weeks,
    wide,
};

/// Wraps each expression into a function without panics, and calls all of them from `main` with
/// arguments that the optimiser cannot see through.
macro_rules! proofs {
    (
        with { $(let $input:pat = $from:expr;)* }
        $($name:ident($($argument:ident: $type:ty = $value:expr),*) -> $result:ty = $body:expr;)*
    ) => {
        $(
            #[no_panic]
            #[inline(never)]
            fn $name($($argument: $type),*) -> $result {
                $body
            }
        )*

        fn main() {
            $(let $input = $from;)*
            let mut proofs = 0;
            $(
                let _ = black_box($name($(black_box($value)),*));
                proofs += 1;
            )*
            println!("{proofs} functions linked, and none of them can panic");
        }
    };
}

proofs! {
    with {
        let (day, text, number, small, wide, place) = (Date::MIN, "2025-W32", 2025, 1, 1, 1);
        let (week, week_date) = (IsoWeek::MIN, IsoWeekDate::MIN);
        let (weekday, rule) = (Weekday::Monday, MonthRule::Row);
        let mut weeks = Weeks::inclusive(week, IsoWeek::MAX);
        let mut days = Days::inclusive(day, Date::MAX);
        let written = week.to_text();
        let error = IsoWeek::new(2025, 53).expect_err("a short year");
        let (narrow, wide_days, offsets, valid) = ([0; 40], [0; 40], [0; 41], [u8::MAX; 5]);
        let (mut days_out, mut wide_out, mut offsets_out) = ([0; 40], [0; 40], [0; 41]);
        let (mut bytes_out, mut bools_out) = ([0; 480], [false; 40]);
        let (set, unit) = (InstructionSet::current(), TimeUnit::Second);
    }

    week_start(date: Date = day) -> Date = semaine::week_start(date);
    week_end(date: Date = day) -> Date = semaine::week_end(date);
    week_range(date: Date = day) -> (Date, Date) = semaine::week_range(date);
    week_number(date: Date = day) -> u8 = semaine::week_number(date);
    iso_year(date: Date = day) -> i32 = semaine::iso_year(date);
    weeks_in_year(number: i32 = number) -> u8 = semaine::weeks_in_year(number);
    is_long_year(number: i32 = number) -> bool = semaine::is_long_year(number);
    is_monday(date: Date = day) -> bool = semaine::is_monday(date);
    next_monday(date: Date = day) -> Result<Date, Error> = semaine::next_monday(date);
    previous_monday(date: Date = day) -> Result<Date, Error> = semaine::previous_monday(date);
    date_new(number: i32 = number, small: u8 = small, count: u8 = small) -> Result<Date, Error> =
        Date::new(number, small, count);
    date_from_epoch_day(number: i32 = number) -> Result<Date, Error> = Date::from_epoch_day(number);
    date_civil(date: Date = day) -> (i32, u8, u8) = date.civil();
    date_parts(date: Date = day) -> (i32, u8, u8, i32) =
        (date.year(), date.month(), date.day(), date.epoch_day());
    date_weekday(date: Date = day) -> Weekday = date.weekday();
    date_iso_week(date: Date = day) -> IsoWeek = date.iso_week();
    date_iso_week_date(date: Date = day) -> IsoWeekDate = date.iso_week_date();
    date_parse(bytes: &[u8] = text.as_bytes()) -> Result<Date, Error> = Date::parse_bytes(bytes);
    date_to_text(date: Date = day) -> Text = date.to_text();
    date_checked(date: Date = day, wide: i64 = wide) -> (Result<Date, Error>, Result<Date, Error>) =
        (date.checked_add(wide), date.checked_sub(wide));
    date_saturating(date: Date = day, wide: i64 = wide) -> (Date, Date) =
        (date.saturating_add(wide), date.saturating_sub(wide));
    date_days_since(date: Date = day, other: Date = day) -> i64 = date.days_since(other);
    week_new(number: i32 = number, small: u8 = small) -> Result<IsoWeek, Error> =
        IsoWeek::new(number, small);
    week_new_constrained(number: i32 = number, small: u8 = small) -> Result<IsoWeek, Error> =
        IsoWeek::new_constrained(number, small);
    week_of(date: Date = day) -> IsoWeek = IsoWeek::of(date);
    week_from_monday(date: Date = day) -> Result<IsoWeek, Error> = IsoWeek::from_monday(date);
    week_from_epoch_week(number: i32 = number) -> Result<IsoWeek, Error> =
        IsoWeek::from_epoch_week(number);
    week_parse(bytes: &[u8] = text.as_bytes()) -> Result<IsoWeek, Error> =
        IsoWeek::parse_bytes(bytes);
    week_parse_html(text: &str = text) -> Result<IsoWeek, Error> = IsoWeek::parse_html(text);
    week_parse_lenient(text: &str = text) -> Result<IsoWeek, Error> = IsoWeek::parse_lenient(text);
    week_year_week(week: IsoWeek = week) -> (i32, u8) = week.year_week();
    week_parts(week: IsoWeek = week) -> (i32, u8, i32) =
        (week.year(), week.week(), week.epoch_week());
    week_bounds(week: IsoWeek = week) -> (Date, Date) = (week.monday(), week.sunday());
    week_day(week: IsoWeek = week, weekday: Weekday = weekday) -> Date = week.day(weekday);
    week_days(week: IsoWeek = week) -> Days = week.days();
    week_contains(week: IsoWeek = week, date: Date = day) -> bool = week.contains(date);
    week_checked(
        week: IsoWeek = week, number: i32 = number
    ) -> (Result<IsoWeek, Error>, Result<IsoWeek, Error>) =
        (week.checked_add(number), week.checked_sub(number));
    week_saturating(week: IsoWeek = week, number: i32 = number) -> (IsoWeek, IsoWeek) =
        (week.saturating_add(number), week.saturating_sub(number));
    week_weeks_since(week: IsoWeek = week, other: IsoWeek = week) -> i32 = week.weeks_since(other);
    week_to_text(week: IsoWeek = week) -> Text = week.to_text();
    week_to_basic_text(week: IsoWeek = week) -> Text = week.to_basic_text();
    week_to_html_text(week: IsoWeek = week) -> Result<Text, Error> = week.to_html_text();
    week_difference(week: IsoWeek = week, other: IsoWeek = week) -> i32 = week - other;
    week_from_str(text: &str = text) -> Result<IsoWeek, Error> = text.parse();
    week_from_range(week: IsoWeek = week, other: IsoWeek = week) -> (Weeks, Weeks) =
        (Weeks::from(week..other), Weeks::from(week..=other));
    week_from_integer(number: i32 = number) -> Result<IsoWeek, Error> = IsoWeek::try_from(number);
    week_date_new(
        number: i32 = number, small: u8 = small, weekday: Weekday = weekday
    ) -> Result<IsoWeekDate, Error> =
        IsoWeekDate::new(number, small, weekday);
    week_date_parts(day: IsoWeekDate = week_date) -> (i32, u8, Weekday) = day.parts();
    week_date_fields(day: IsoWeekDate = week_date) -> (i32, u8, Weekday, IsoWeek, Date) =
        (day.year(), day.week(), day.weekday(), day.iso_week(), day.date());
    week_date_parse(bytes: &[u8] = text.as_bytes()) -> Result<IsoWeekDate, Error> =
        IsoWeekDate::parse_bytes(bytes);
    week_date_parse_lenient(text: &str = text) -> Result<IsoWeekDate, Error> =
        IsoWeekDate::parse_lenient(text);
    week_date_to_text(day: IsoWeekDate = week_date) -> Text = day.to_text();
    week_date_to_basic_text(day: IsoWeekDate = week_date) -> Text = day.to_basic_text();
    week_date_checked(
        day: IsoWeekDate = week_date, wide: i64 = wide
    ) -> (Result<IsoWeekDate, Error>, Result<IsoWeekDate, Error>) =
        (day.checked_add(wide), day.checked_sub(wide));
    week_date_saturating(
        day: IsoWeekDate = week_date, wide: i64 = wide
    ) -> (IsoWeekDate, IsoWeekDate) =
        (day.saturating_add(wide), day.saturating_sub(wide));
    week_date_days_since(day: IsoWeekDate = week_date, other: IsoWeekDate = week_date) -> i64 =
        day.days_since(other);
    date_difference(date: Date = day, other: Date = day) -> i64 = date - other;
    date_from_str(text: &str = text) -> Result<Date, Error> = text.parse();
    week_date_from_str(text: &str = text) -> Result<IsoWeekDate, Error> = text.parse();
    weekday_from_number(small: u8 = small) -> Result<Weekday, Error> = Weekday::from_number(small);
    weekday_fields(weekday: Weekday = weekday) -> (u8, &'static str) =
        (weekday.number(), weekday.name());
    month_week_of(date: Date = day, rule: MonthRule = rule) -> MonthWeek =
        MonthWeek::of(date, rule);
    month_week_of_week(week: IsoWeek = week) -> MonthWeek = MonthWeek::of_week(week);
    weeks_of_year(number: i32 = number) -> Result<Weeks, Error> = Weeks::of_year(number);
    weeks_overlapping_month(number: i32 = number, small: u8 = small) -> Result<Weeks, Error> =
        Weeks::overlapping_month(number, small);
    wide_week(wide: i64 = wide, other: i64 = wide) -> (Result<IsoWeek, Error>, Result<IsoWeek, Error>) =
        (wide::week(wide, other), wide::week_constrained(wide, other));
    wide_week_date(wide: i64 = wide, other: i64 = wide) -> Result<IsoWeekDate, Error> =
        wide::week_date(wide, other, other);
    wide_weekday(wide: i64 = wide) -> Result<Weekday, Error> = wide::weekday(wide);
    wide_epoch(wide: i64 = wide) -> (Result<IsoWeek, Error>, Result<Date, Error>) =
        (wide::epoch_week(wide), wide::epoch_day(wide));
    wide_add_weeks(week: IsoWeek = week, wide: i64 = wide) -> Result<IsoWeek, Error> =
        wide::add_weeks(week, wide);
    wide_weeks_in_year(wide: i64 = wide) -> Result<u8, Error> = wide::weeks_in_year(wide);
    wide_weeks(wide: i64 = wide, other: i64 = wide) -> (Result<Weeks, Error>, Result<Weeks, Error>) =
        (wide::weeks_of_year(wide), wide::weeks_overlapping_month(wide, other));
    weeks_inclusive(week: IsoWeek = week, other: IsoWeek = week) -> Weeks =
        Weeks::inclusive(week, other);
    weeks_half_open(week: IsoWeek = week, other: IsoWeek = week) -> Weeks =
        Weeks::half_open(week, other);
    weeks_days(weeks: &mut Weeks = &mut weeks) -> Days = weeks.days();
    weeks_iterate(weeks: &mut Weeks = &mut weeks, place: usize = place) -> [Option<IsoWeek>; 6] =
        [weeks.next(), weeks.next_back(), weeks.nth(place), weeks.nth_back(place), weeks.first(),
            weeks.clone().last()];
    weeks_measure(
        weeks: &mut Weeks = &mut weeks, week: IsoWeek = week
    ) -> (usize, usize, bool, bool) =
        (weeks.len(), weeks.clone().count(), Weeks::is_empty(weeks), weeks.contains(week));
    days_inclusive(date: Date = day, other: Date = day) -> Days = Days::inclusive(date, other);
    days_half_open(date: Date = day, other: Date = day) -> Days = Days::half_open(date, other);
    days_iterate(days: &mut Days = &mut days, place: usize = place) -> [Option<Date>; 6] =
        [days.next(), days.next_back(), days.nth(place), days.nth_back(place), days.first(),
            days.clone().last()];
    days_measure(days: &mut Days = &mut days, date: Date = day) -> (usize, usize, bool, bool) =
        (days.len(), days.clone().count(), Days::is_empty(days), days.contains(date));
    error_kind(error: Error = error) -> (ErrorKind, &'static str) = (error.kind(), error.code());
    error_numbers(error: Error = error) -> (Option<i64>, Option<(i64, i64)>, Option<usize>) =
        (error.value(), error.range(), error.offset());
    text_as_bytes(text: &Text = &written) -> &[u8] = text.as_bytes();
    text_as_str(text: &Text = &written) -> &str = text.as_str();
    columns_of_days(
        days: &[i32] = &narrow, weekday: Weekday = weekday, out: &mut [i32] = &mut days_out
    ) -> [Result<usize, Error>; 6] =
        [columns::week_start(days, &mut *out), columns::week_end(days, &mut *out),
            columns::week_start_on(days, weekday, &mut *out), columns::iso_year(days, out),
            columns::epoch_week(days, out), columns::week_start(days, EpochWeeksMut(out))];
    columns_of_small_numbers(
        days: &[i32] = &narrow, out: &mut [u8] = &mut bytes_out, bools: &mut [bool] = &mut bools_out
    ) -> [Result<usize, Error>; 5] =
        [columns::week_number(days, out), columns::weekday(days, out),
            columns::is_week_start(days, bools), columns::is_week_start_bits(days, out),
            columns::validity(days, None, out)];
    columns_year_week(
        days: &[i32] = &narrow, years: &mut [i32] = &mut days_out, weeks: &mut [u8] = &mut bytes_out
    ) -> Result<usize, Error> =
        columns::year_week(days, years, weeks);
    columns_in_place(
        weekday: Weekday = weekday, days: &mut [i32] = &mut days_out, wide: &mut [i64] = &mut wide_out
    ) -> [usize; 7] =
        [columns::week_start_in_place(&mut *days), columns::week_end_in_place(&mut *days),
            columns::week_start_on_in_place(&mut *days, weekday), columns::iso_year_in_place(days),
            columns::epoch_week_in_place(days), columns::week_start_in_place(&mut *wide),
            columns::week_start_on_in_place(&mut *wide, weekday)];
    columns_of_wide_days(
        days: &[i64] = &wide_days, out: &mut [i64] = &mut wide_out, valid: &[u8] = &valid,
        bits: &mut [u8] = &mut bytes_out
    ) -> [Result<usize, Error>; 4] =
        [columns::week_start(days, &mut *out), columns::week_end(days, &mut *out),
            columns::weekday(days, bits), columns::validity(days, Some(valid), bits)];
    columns_of_epoch_weeks(weeks: &[i32] = &narrow, out: &mut [i32] = &mut days_out) ->
        Result<usize, Error> =
        columns::week_end(EpochWeeks(weeks), out);
    columns_of_instants(
        instants: &[i64] = &wide_days, unit: TimeUnit = unit, number: i32 = number,
        weekday: Weekday = weekday, out: &mut [i64] = &mut wide_out
    ) -> Result<usize, Error> =
        Instants::new(instants, unit, number).and_then(|column| {
            let out = InstantsMut::new(out, unit, number)?;
            columns::week_start_on(column, weekday, out)
        });
    columns_of_instants_in_place(
        instants: &mut [i64] = &mut wide_out, unit: TimeUnit = unit, number: i32 = number
    ) -> Result<usize, Error> =
        InstantsMut::new(instants, unit, number).map(columns::week_end_in_place);
    columns_format_week(
        days: &[i32] = &narrow, bytes: &mut [u8] = &mut bytes_out,
        offsets: &mut [i32] = &mut offsets_out
    ) -> Result<Formatted, Error> =
        columns::format_week(days, TextsMut { bytes, offsets });
    columns_format_week_date(
        days: &[i64] = &wide_days, bytes: &mut [u8] = &mut bytes_out,
        offsets: &mut [i32] = &mut offsets_out
    ) -> Result<Formatted, Error> =
        columns::format_week_date(days, TextsMut { bytes, offsets });
    columns_parse_week(
        bytes: &[u8] = text.as_bytes(), offsets: &[i32] = &offsets, out: &mut [i32] = &mut days_out,
        valid: &mut [u8] = &mut bytes_out
    ) -> Result<Parsed, Error> =
        columns::parse_week(Texts { bytes, offsets, validity: None }, out, valid);
    columns_parse_week_date(
        bytes: &[u8] = text.as_bytes(), offsets: &[i32] = &offsets, given: &[u8] = &valid,
        out: &mut [i64] = &mut wide_out, valid: &mut [u8] = &mut bytes_out
    ) -> Result<Parsed, Error> =
        columns::parse_week_date(Texts { bytes, offsets, validity: Some(given) }, out, valid);
    instruction_sets(set: InstructionSet = set) -> (InstructionSet, usize) = {
        set.limit();
        (InstructionSet::current(), InstructionSet::available().count())
    };
}
