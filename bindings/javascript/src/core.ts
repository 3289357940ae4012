/**
 * The core, compiled to plain JavaScript by `cargo xtask codegen` from `bindings/javascript/portable`.
 * Arguments have to be integers of 32 bits, and months, days of a month and weeks of a year from 0 to
 * 255; a refusal is a number below every day and week, as that crate says.
 *
 * The compiler was rustc 1.95.0 (59807616e 2026-04-14).
 *
 * @module
 */
// @ts-nocheck: what a compiler wrote is judged by what it computes.

/** Year, month and day of an epoch day: 512 times the year, 32 times the month, and the day. Only a
 * `f64` has room for them, since the years take 24 bits. */
export function civil(a: number): number {
  let b = 0, c = 0, d = 0, e = 0, f = 0;
  a = a + 2147483642 | 0;
  b = (a >>> 0) / 146097 | 0;
  a = (Math.imul(b, 1073595727) + a << 2) + 524967 | 0;
  c = (a >>> 0) / 146097 | 0;
  a = Math.imul(c, -146097) + a | 3;
  d = (a >>> 0) / 1461 | 0;
  e = Math.imul(d, -1461) + a | 0;
  a = e >>> 0 > 1223;
  f = +((a + (d + (Math.imul(b, 400) + Math.imul(c, 100) | 0) | 0) | 0) - 5878e3 | 0) * 512;
  b = Math.imul(e >>> 2 | 0, 2141) + 197913 | 0;
  return +(f + +((((b & 65535) >>> 0) / 2141 | (b >>> 16 | 0) + (a ? 244 : 0) << 5 & 8160) + 1 >>> 0));
}

/** The epoch day of a year, month and day, or a refusal. */
export function day(a: number, b: number, c: number): number {
  let d = 0, e = 0;
  if (a + 5877641 >>> 0 > 11759221) {
    return -2147483648
  }
  if (b - 1 >>> 0 > 11) {
    return -2147483647
  }
  if (c - 1 >>> 0 > 30) {
    return -2147483646
  }
  block3 : {
    if (c >>> 0 <= 28) {
      break block3
    }
    if ((b | 0) == 2) {
      d = ((a | 0) % 25 | 0 ? 3 : 15) & a ? 28 : 29
    } else {
      d = (b & 8) >>> 3 ^ b | 30
    }
    if ((d & 255) >>> 0 >= (c & 255) >>> 0) {
      break block3
    }
    return -2147483645;
  }
  d = c;
  e = b - 3 >> 31;
  c = (e + a | 0) + 588e4 | 0;
  b = ((d - ((c >>> 0) / 100 | 0) + (c >>> 2) | 0) + ((c >>> 0) / 400 | 0) | 0) + Math.imul(c, 365) + (Math.imul((e & 12) + b | 0, 979) - 2919 >>> 5) | 0;
  c = b + 2146621927 | 0;
  return ((c | 0) < 0 ^ (a | 0) > 1969 ? (b - 861727 >>> 0 >= 4294967285 ? -2147483644 : c) : -2147483644) | 0;
}

/** The first epoch day. */
export const first_day = -2147483642;

/** The first year of which some day is representable. */
export const first_year = -5877641;

/** The last epoch day. */
export const last_day = 2147483642;

/** The last epoch week; the first is its negative. */
export const last_week = 306783377;

/** The last year of which some day is representable. */
export const last_year = 5881580;

/** The epoch day of the Monday of an epoch week. */
export function monday(a: number): number {
  return Math.imul(a, 7) - 3 | 0;
}

/** Year, month and number of the week of the month of an epoch day by a rule, in the order in which
 * [`MonthRule`] declares them: 128 times the year, 8 times the month, and the number. */
export function month_week(a: number, b: number): number {
  let c = 0, d = 0;
  c = a + 2147483642 | 0;
  d = -1;
  block3 : {
    block2 : {
      switch ((b >>> 0 >= 3 ? 3 : b) - 1 | 0) {
      default:
        a = (a - ((c >>> 0) % 7 | 0) | 0) + 3 | 0;
        break block3;
      case 0:
        a = a - ((c >>> 0) % 7 | 0) | 0;
        break block3;
      case 1:
        break block2;
      case 2:
        break block3;
      };
    }
    d = ((((((c >>> 0) % 7 | 0) + (((Math.imul((((((c >>> 0) % 146097 << 2) + 524967 >>> 0) % 146097 | 3) >>> 0) % 1461 >>> 2 | 0, 2141) + 1305 & 65535) >>> 0) / 2141 ^ -1) | 0) + 36 & 255) >>> 0) % 7 | 0) - 1 | 0;
  }
  a = a + 2147483642 | 0;
  b = (a >>> 0) / 146097 | 0;
  c = Math.imul(b, 400);
  a = (a - Math.imul(b, 146097) << 2) + 524967 | 0;
  b = (a >>> 0) / 146097 | 0;
  c = c + Math.imul(b, 100) | 0;
  a = a - Math.imul(b, 146097) | 3;
  b = (a >>> 0) / 1461 | 0;
  c = c + b | 0;
  a = a - Math.imul(b, 1461) | 0;
  b = a >>> 0 > 1223;
  a = Math.imul(a >>> 2 | 0, 2141) + 197913 | 0;
  return (((c + b << 7) + ((a >>> 16 | 0) + (b ? 244 : 0) << 3 & 2040) | 0) + ((((((a & 65535) >>> 0) / 2141 | 0) + d | 0) + 1 >>> 0) / 7 | 0) | 0) - 752383999 | 0;
}

/** The epoch week of a year and a number, or a refusal. */
export function week_from(a: number, b: number): number {
  let c = 0, d = 0;
  if (a + 5877641 >>> 0 > 11759221) {
    return -2147483648
  }
  if (b - 1 >>> 0 > 52) {
    return -2147483647
  }
  block2 : {
    if ((b | 0) != 53) {
      break block2
    }
    c = (a | 0) % 400 | 0;
    c = (c | 0) < 0 ? c + 400 | 0 : c;
    d = c + 399 | 0;
    d = (((((d + (d >>> 2 | 0) | 0) + ((c | 0) != 0) | 0) - (((d & 65535) >>> 0) / 100 | 0) | 0) + 3 & 65535) >>> 0) / 7 | 0;
    c = c + 400 | 0;
    if ((d | 0) != ((((((c >>> 2 | 0) + c | 0) - (((c & 65535) >>> 0) / 100 | 0) | 0) + 4 & 65535) >>> 0) / 7 | 0)) {
      break block2
    }
    return -2147483645;
  }
  d = Math.imul(a, 52);
  c = a;
  a = a + 5877999 | 0;
  a = (d + (((((c + (a >>> 2 | 0) | 0) - ((a >>> 0) / 100 | 0) | 0) + ((a >>> 0) / 400 | 0) | 0) + 5878002 >>> 0) / 7 | 0) | 0) + b | 0;
  return (a + 305637242 >>> 0 >= 613566755 ? -2147483644 : a - 1146135 | 0) | 0;
}

/** The epoch week of an epoch day. */
export function week_of(a: number): number {
  return ((a + 2147483642 >>> 0) / 7 | 0) - 306783377 | 0;
}

/** The ISO number of the weekday of an epoch day. */
export function weekday(a: number): number {
  return ((a + 2147483642 >>> 0) % 7 | 0) + 1 | 0;
}

/** How many weeks a year has.
 *
 * The 28th of December is always in the last week, and years repeat after 400. So this takes what
 * pages load for other questions anyway. */
export function weeks_in_year(a: number): number {
  return year_week(((day(((a | 0) % 400 | 0) + 2e3 | 0, 12, 28) + 2147483642 >>> 0) / 7 | 0) - 306783377 | 0) & 63;
}

/** Year and number of an epoch week: 64 times the year, and the number. */
export function year_week(a: number): number {
  let b = 0, c = 0;
  a = (a << 2) + 1227208330 | 0;
  b = (a >>> 0) / 20871 | 0;
  a = Math.imul(Math.imul(b, -20871) + a | 0, 7) + 1 | 3;
  c = (a >>> 0) / 1461 | 0;
  return ((((Math.imul(c, 64075) + a & 65535) >>> 0) / 28 | 0) + (Math.imul(b, 100) + c << 6) | 0) - 376191935 | 0;
}

/** The epoch weeks that overlap a month: 8 times the first, and their number; or 8 times a refusal.
 * Only a `f64` has room for them. */
export function weeks_of_month(a: number, b: number): number {
  let c = 0, d = 0, e = 0, f = 0;
  if (a + 5877641 >>> 0 > 11759221) {
    return -17179869184
  }
  if ((b - 1 & 255) >>> 0 > 11) {
    return -17179869176
  }
  e = -17179869152;
  d = b - 3 >> 31;
  c = (d + a | 0) + 588e4 | 0;
  c = (((c >>> 2 | 0) - ((c >>> 0) / 100 | 0) | 0) + ((c >>> 0) / 400 | 0) | 0) + Math.imul(c, 365) + (Math.imul((d & 12) + b | 0, 979) - 2919 >>> 5) | 0;
  block2 : {
    if (((c + 2146621928 | 0) < 0 | 0) == ((a | 0) > 1969 | 0)) {
      break block2
    }
    d = c - 861726 | 0;
    if (d >>> 0 > 4294967284) {
      break block2
    }
    f = (a | 0) > 1969;
    if ((b | 0) == 2) {
      a = ((a | 0) % 25 | 0 ? 3 : 15) & a ? 28 : 29
    } else {
      a = (b & 8) >>> 3 ^ b | 30
    }
    a = c + (a & 255) | 0;
    if ((f | 0) == ((a + 2146621927 | 0) < 0 | 0)) {
      break block2
    }
    b = a - 861727 | 0;
    if (b >>> 0 >= 4294967285) {
      break block2
    }
    a = (d >>> 0) / 7 | 0;
    b = (b >>> 0) / 7 | 0;
    if (a >>> 0 > b >>> 0) {
      return 0
    }
    b = (b - a | 0) + 1 | 0;
    e = (b >>> 0 > 255 ? 0 : +(b >>> 0)) + +(a - 306783377 | 0) * 8;
  }
  return +e;
}
