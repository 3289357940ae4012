import type { Language } from "../api/language";

/** The language that an `Accept-Language` likes best; French, if it names neither. */
export function preferredLanguage(header: string | null): Language {
  const liked = (header ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
  return liked.find((language) => language === "fr" || language === "en") ?? "fr";
}
