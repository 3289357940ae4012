import type { Ingredient } from "../api/schema";
import type { Language } from "../texts";

const UNITS = {
  g: { one: "gram", thousand: "kilogram" },
  ml: { one: "milliliter", thousand: "liter" },
} as const;

/** `750 g`, `1,5 kg`, or a bare number for pieces. */
export function amountText({ amount, unit }: Ingredient, language: Language): string {
  if (unit === "piece") {
    return new Intl.NumberFormat(language).format(amount);
  }
  const large = amount >= 1000;
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: large ? UNITS[unit].thousand : UNITS[unit].one,
    maximumFractionDigits: 2,
  }).format(large ? amount / 1000 : amount);
}
