// A reference for the parsers: what a text has to look like as one expression, and its numbers judged with
// big integers and the host's own `Date`, within one cycle of 400 years.

const YEAR = String.raw`(?<year>\d{4}|[+-]\d{4,})`;
const WHITE = String.raw`[\t\n\f\r ]*`;
// A second digit always belongs to the week: "2025W74" is not the Thursday of week 7.
const LENIENT_WEEK = String.raw`${YEAR}[- ]?[Ww](?<week>\d\d|\d(?!\d))`;

const FORMS = {
  parse_date: `${YEAR}-(?<month>\\d\\d)-(?<day>\\d\\d)`,
  parse_week: `${YEAR}-?W(?<week>\\d\\d)`,
  parse_html: String.raw`(?<year>\d{4,})-W(?<week>\d\d)`,
  parse_lenient_week: `${WHITE}${LENIENT_WEEK}${WHITE}`,
  parse_week_date: `${YEAR}(?<hyphen>-?)W(?<week>\\d\\d)\\k<hyphen>(?<weekday>\\d)`,
  parse_lenient_week_date: `${WHITE}${LENIENT_WEEK}[- ]?(?<weekday>\\d)${WHITE}`,
};

const MILLISECONDS_PER_DAY = 86_400_000;
const LAST_WEEK = 306_783_377n;
const LAST_DAY = 2_147_483_642n;

/** The names of the parsers, as the vectors have them. */
export const PARSERS = Object.keys(FORMS);

/** The epoch week or epoch day of a text, or `undefined` if it has to be refused. */
export function reference(parser, text) {
  const fields = new RegExp(`^(?:${FORMS[parser]})$`).exec(text)?.groups;
  if (fields === undefined) {
    return undefined;
  }
  const year = BigInt(fields.year.replace("+", ""));
  const negativeZero = year === 0n && fields.year.startsWith("-");
  if (negativeZero || (parser === "parse_html" && year < 1n)) {
    return undefined;
  }
  return parser === "parse_date" ? dayOf(year, fields) : weekOf(year, fields);
}

function dayOf(year, { month, day }) {
  const [near, cycles] = nearEpoch(year);
  const instant = new Date(Date.UTC(near, Number(month) - 1, Number(day)));
  const exists = instant.getUTCMonth() === Number(month) - 1 && instant.getUTCDate() === Number(day);
  const epochDay = BigInt(instant.getTime() / MILLISECONDS_PER_DAY) + 146_097n * cycles;
  return exists && between(epochDay, LAST_DAY) ? Number(epochDay) : undefined;
}

function weekOf(year, { week, weekday }) {
  const [near, cycles] = nearEpoch(year);
  const first = mondayOfFirstWeek(near);
  const monday = first + 7 * (Number(week) - 1);
  const exists = Number(week) > 0 && monday < mondayOfFirstWeek(near + 1);
  const epochWeek = BigInt((monday + 3) / 7) + 20_871n * cycles;
  if (!exists || !between(epochWeek, LAST_WEEK) || (weekday !== undefined && !/[1-7]/.test(weekday))) {
    return undefined;
  }
  return weekday === undefined ? Number(epochWeek) : 7 * Number(epochWeek) - 3 + Number(weekday) - 1;
}

/** The epoch day of the Monday of the week of 4 January. */
function mondayOfFirstWeek(year) {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return fourth.getTime() / MILLISECONDS_PER_DAY - ((fourth.getUTCDay() + 6) % 7);
}

/** The year of the cycle from 2000 on that is like another, and the cycles between them. */
function nearEpoch(year) {
  const cycles = (year - 2000n - (((year % 400n) + 400n) % 400n)) / 400n;
  return [Number(year - 400n * cycles), cycles];
}

function between(number, limit) {
  return -limit <= number && number <= limit;
}
