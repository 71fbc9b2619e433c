import { quantile } from "../dispatch/statistics";

export const median = (values: readonly number[]): number => quantile(values, 0.5);
