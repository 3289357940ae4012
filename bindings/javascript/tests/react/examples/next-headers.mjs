// Stands in for Next.js, of which the pages use this alone: what a visitor's browser sent.

/** The cookies of a visitor in Paris. */
export async function cookies() {
  return new Map([["timeZone", { value: "Europe/Paris" }]]);
}
