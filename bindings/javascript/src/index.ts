/**
 * ISO 8601 weeks.
 *
 * @module
 */
export {};
