//! Bitmaps in Arrow's layout: what is valid is carried through, and what becomes null is counted.

use semaine::columns::{EpochWeeks, Instants, TimeUnit, validity};
use semaine_tests::columns::answers::bitmap;
use semaine_tests::columns::sets;

/// Whether each of some days has a week.
fn days(rows: usize) -> (Vec<i32>, Vec<bool>) {
    let null = |row: usize| row % 7 == 3 || row % 31 == 30;
    let days = (0..rows).map(|row| if null(row) { i32::MAX } else { 19_000 });
    (days.collect(), (0..rows).map(|row| !null(row)).collect())
}

/// Rows that were null stay null, those without a week become null, and all others stay valid.
#[test]
fn a_bitmap_is_carried_through() {
    sets::each(|_| {
        for rows in 0..=200 {
            let (column, known) = days(rows);
            let before: Vec<_> = (0..rows).map(|row| row % 5 != 2).collect();
            let both: Vec<_> = known.iter().zip(&before).map(|(a, b)| a & b).collect();
            let mut given = bitmap(&before);
            // Spare bits may be anything on the way in, and are 0 on the way out.
            if let (Some(last), spare @ 1..) = (given.last_mut(), rows % 8) {
                *last |= u8::MAX << spare;
            }
            for (given, expected) in [(None, &known), (Some(&given[..]), &both)] {
                let mut guarded = vec![0xA5; rows.div_ceil(8) + 2];
                let end = guarded.len() - 1;
                let out = &mut guarded[1..end];
                let nulls = expected.iter().filter(|valid| !**valid).count();
                assert_eq!(validity(&column[..], given, out), Ok(nulls), "{rows} rows");
                assert_eq!(*out, bitmap(expected)[..], "{rows} rows");
                assert_eq!((guarded[0], guarded[end]), (0xA5, 0xA5), "{rows} rows");
            }
        }
    });
}

/// Without days that lack a week, a bitmap comes out as it went in.
#[test]
fn a_bitmap_of_good_days_is_untouched() {
    let column = [20_000; 77];
    let before: Vec<_> = (0..77).map(|row| row % 3 == 0 || row > 60).collect();
    let given = bitmap(&before);
    sets::each(|_| {
        let mut out = [0xFF; 10];
        let nulls = before.iter().filter(|valid| !**valid).count();
        assert_eq!(validity(&column[..], Some(&given), &mut out), Ok(nulls));
        assert_eq!(out[..], given[..]);
    });
}

#[test]
fn every_kind_of_column_has_a_validity() {
    let expected = |nulls, bits| (Ok(nulls), [bits]);
    let mut out = [0xFF];
    let wide = [0, i64::MIN, i64::MAX, 1 << 32];
    assert_eq!(
        (validity(&wide[..], None, &mut out), out),
        expected(3, 0b0001)
    );
    let weeks = EpochWeeks(&[0, 306_783_377, 306_783_378, i32::MIN]);
    assert_eq!((validity(weeks, None, &mut out), out), expected(2, 0b0011));
    let instants = Instants::new(&wide, TimeUnit::Second, 0).unwrap();
    assert_eq!(
        (validity(instants, None, &mut out), out),
        expected(2, 0b1001)
    );
    let instants = Instants::new(&wide, TimeUnit::Nanosecond, -86_399).unwrap();
    assert_eq!(
        (validity(instants, None, &mut out), out),
        expected(1, 0b1101)
    );
}
