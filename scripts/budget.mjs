/** The most bytes that a player downloads, each file as brotli makes it at its best. */
export const BUDGET = 78_000;
