/** A figure with its limit; `least` and `most` are what is still allowed. */
export type Figure = {
  budget: string;
  app: string;
  value: number;
  unit: string;
  least?: number;
  most?: number;
  /** How it was measured, where that is not the same for all. */
  note?: string;
};

export const isKept = ({ value, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Figure): boolean =>
  value >= least && value <= most;

/** One line of JSON. */
export const lineOf = (figure: Figure): string => JSON.stringify({ ...figure, kept: isKept(figure) });
