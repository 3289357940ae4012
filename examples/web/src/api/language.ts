/** The languages that the API speaks. */
export type Language = "fr" | "en";
