/** Stands for null in columns of epoch days, years and epoch weeks: no day, year or week is as low. */
export const NULL = -(2 ** 31);
