/**
 * The core, compiled to plain JavaScript by `cargo xtask codegen` from `bindings/javascript/portable`.
 * Arguments have to be 32-bit integers; a refusal is a number below every day and week, as that crate
 * says.
 *
 * @module
 */
// @ts-nocheck: what a compiler wrote is judged by what it computes.

/** Year, month and day of an epoch day: 512 times the year, 32 times the month, and the day. Only a
 * `f64` has room for them, since the years take 24 bits. */
export function civil(a: number): number {
  let b = 0, c = 0, d = 0, e = 0, f = 0, g = 0;
  d = (a | 0) / 146097 | 0;
  a = Math.imul(d, -146097) + a | 0;
  b = ((a | 0) < 0 ? 1124711 : 540323) + (a << 2) | 0;
  e = (b >>> 0) / 146097 | 0;
  b = Math.imul(e, -146097) + b | 3;
  f = (b >>> 0) / 1461 | 0;
  c = Math.imul(f, -1461) + b | 0;
  b = c >>> 0 > 1223;
  g = Math.imul(c >>> 2 | 0, 2141) + 197913 | 0;
  c = g >>> 11 & 2016;
  return +(+((b + (f + (Math.imul(d + (a >> 31) | 0, 400) + Math.imul(e, 100) | 0) | 0) | 0) + 1600 | 0) * 512 + +((((g & 65535) >>> 0) / 2141 | (b ? c + 7808 & 8160 : c)) + 1 >>> 0));
}

/** The epoch day of a year, month and day, or a refusal. */
export function day(a: number, b: number, c: number): number {
  let d = 0, e = 0, f = 0, g = 0;
  if (a + 5877641 >>> 0 > 11759221) {
    return -2147483648
  }
  e = b >>> 0 >= 255 ? 255 : b;
  if ((e - 1 & 255) >>> 0 > 11) {
    return -2147483647
  }
  c = c >>> 0 >= 255 ? 255 : c;
  if ((c - 1 & 255) >>> 0 > 30) {
    return -2147483646
  }
  if ((b | 0) == 2) {
    d = ((a | 0) % 25 | 0 ? 3 : 15) & a ? 28 : 29
  } else {
    d = e ^ (e & 8) >>> 3 | 30
  }
  if ((d & 255) >>> 0 < (c & 255) >>> 0) {
    return -2147483645
  }
  d = b >>> 0 < 3;
  b = a - d | 0;
  f = (b | 0) / 400 | 0;
  b = b - Math.imul(f, 400) | 0;
  g = b >> 31;
  b = (g & 400) + b | 0;
  b = (((c + (Math.imul(e + (d ? 12 : 0) | 0, 979) - 2919 >> 5) | 0) + Math.imul(f + g | 0, 146097) | 0) + Math.imul(b, 365) + (b >>> 2) | 0) - (((b & 65535) >>> 0) / 100 | 0) | 0;
  c = b - 719469 | 0;
  return ((c | 0) < 0 ^ (a | 0) > 1969 ? (b + 2146764173 >>> 0 >= 4294967285 ? -2147483644 : c) : -2147483644) | 0;
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
  let c = 0, d = 0, e = 0, f = 0, g = 0;
  c = a + 2147483642 | 0;
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
    b = (a | 0) % 146097 | 0;
    e = (((((c >>> 0) % 7 | 0) - (((Math.imul((((((b >> 31 & 146097) + b << 2) + 540323 >>> 0) % 146097 | 3) >>> 0) % 1461 >>> 2 | 0, 2141) + 1305 & 65535) >>> 0) / 2141 | 0) | 0) + 35 & 255) >>> 0) % 7 | 0;
  }
  c = (a | 0) / 146097 | 0;
  a = a - Math.imul(c, 146097) | 0;
  f = a >> 31;
  b = ((f & 146097) + a << 2) + 540323 | 0;
  a = (b >>> 0) / 146097 | 0;
  d = b - Math.imul(a, 146097) | 3;
  b = (d >>> 0) / 1461 | 0;
  g = e;
  e = d - Math.imul(b, 1461) | 0;
  d = Math.imul(e >>> 2 | 0, 2141) + 197913 | 0;
  c = b + (Math.imul(c + f | 0, 400) + Math.imul(a, 100) | 0) | 0;
  a = e >>> 0 > 1223;
  b = d >>> 13 & 504;
  return (((g + (((d & 65535) >>> 0) / 2141 | 0) >>> 0) / 7 | 0) + ((c + a << 7) + (a ? b + 1952 & 2040 : b) | 0) | 0) + 204801 | 0;
}

/** The epoch week of a year and a number, or a refusal. */
export function week_from(a: number, b: number): number {
  let c = 0, d = 0;
  if (a + 5877641 >>> 0 > 11759221) {
    return -2147483648
  }
  d = b >>> 0 >= 255 ? 255 : b;
  if ((d - 1 & 255) >>> 0 > 52) {
    return -2147483647
  }
  block2 : {
    if ((b | 0) != 53) {
      break block2
    }
    b = (a | 0) % 400 | 0;
    b = (b >> 31 & 400) + b | 0;
    c = b + 399 | 0;
    c = (((((c + (c >>> 2 | 0) | 0) + ((b | 0) != 0) | 0) - (((c & 65535) >>> 0) / 100 | 0) | 0) + 3 & 65535) >>> 0) / 7 | 0;
    b = b + 400 | 0;
    if ((c | 0) != ((((((b >>> 2 | 0) + b | 0) - (((b & 65535) >>> 0) / 100 | 0) | 0) + 4 & 65535) >>> 0) / 7 | 0)) {
      break block2
    }
    return -2147483645;
  }
  b = a + 5877999 | 0;
  a = (Math.imul(b, 52) + d | 0) + ((((((b >>> 2 | 0) + a | 0) - ((b >>> 0) / 100 | 0) | 0) + ((b >>> 0) / 400 | 0) | 0) + 5878002 >>> 0) / 7 | 0) | 0;
  return (a - 18706 >>> 0 >= 613566755 ? -2147483644 : a - 306802083 | 0) | 0;
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
  a = ((Math.imul(a, 7) + 2147483642 >>> 0) / 7 << 2) + 74822 | 0;
  b = (a >>> 0) / 20871 | 0;
  a = Math.imul(Math.imul(b, -20871) + a | 0, 7) + 1 | 3;
  c = (a >>> 0) / 1461 | 0;
  return ((((Math.imul(c, 64075) + a & 65535) >>> 0) / 28 | 0) + (Math.imul(b, 100) + c << 6) | 0) - 376191935 | 0;
}

/** The epoch weeks that overlap a month: 8 times the first, and their number; or 8 times a refusal.
 * Only a `f64` has room for them. */
export function weeks_of_month(a: number, b: number): number {
  let c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, j = 0, k = 0;
  if (a + 5877641 >>> 0 > 11759221) {
    return -17179869184
  }
  e = b >>> 0 >= 255 ? 255 : b;
  if ((e - 1 & 255) >>> 0 > 11) {
    return -17179869176
  }
  g = -17179869152;
  h = (a | 0) > 1969;
  c = b >>> 0 < 3;
  i = Math.imul(e + (c ? 12 : 0) | 0, 979) - 2919 >> 5;
  c = a - c | 0;
  d = (c | 0) / 400 | 0;
  f = d;
  c = c - Math.imul(d, 400) | 0;
  d = c >> 31;
  j = Math.imul(f + d | 0, 146097);
  c = c + (d & 400) | 0;
  d = Math.imul(c, 365);
  k = c >>> 2 | 0;
  c = ((c & 65535) >>> 0) / 100 | 0;
  f = (((i + j | 0) + d | 0) + k | 0) - c | 0;
  block2 : {
    if ((h | 0) == ((f - 719468 | 0) < 0 | 0)) {
      break block2
    }
    f = f + 2146764174 | 0;
    if (f >>> 0 > 4294967284) {
      break block2
    }
    block4 : {
      if ((b | 0) == 2) {
        b = a - 1 | 0;
        e = (b | 0) / 400 | 0;
        b = b - Math.imul(e, 400) | 0;
        c = b >> 31;
        b = (c & 400) + b | 0;
        a = ((Math.imul(c + e | 0, 146097) + (((a | 0) % 25 | 0 ? 3 : 15) & a ? -719104 : -719103) | 0) + Math.imul(b, 365) + (b >>> 2) | 0) - (((b & 65535) >>> 0) / 100 | 0) | 0;
        if (((a | 0) < 0 | 0) == (h | 0)) {
          break block2
        }
        a = a + 2147483642 | 0;
        if (a >>> 0 < 4294967285) {
          break block4
        }
        break block2;
      }
      b = (a | 0) > 1969;
      a = (k + (d + ((((e ^ e >>> 3) & 1) + i | 0) + j | 0) | 0) | 0) - c | 0;
      if ((b | 0) == ((a - 719439 | 0) < 0 | 0)) {
        break block2
      }
      a = a + 2146764203 | 0;
      if (a >>> 0 > 4294967284) {
        break block2
      }
    }
    b = (f >>> 0) / 7 | 0;
    a = (a >>> 0) / 7 | 0;
    if (b >>> 0 > a >>> 0) {
      return 0
    }
    a = (a - b | 0) + 1 | 0;
    g = +(b - 306783377 | 0) * 8 + (a >>> 0 > 255 ? 0 : +(a >>> 0));
  }
  return +g;
}
