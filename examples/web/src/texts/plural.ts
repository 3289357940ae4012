/** The forms of a word; French and English have no others. */
interface Forms {
  readonly one: string;
  readonly other: string;
}

/** Gives the form of a word that goes with a number in a language. */
export function pluralOf(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, { one, other }) => (rules.select(count) === "one" ? one : other);
}
