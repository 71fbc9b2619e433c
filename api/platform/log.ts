import pino from "pino";

/** Structured lines. Never initData, tokens, phone numbers, coordinates or chat text. */
export type Log = pino.Logger;

export const createLog = (name: string, level: string): Log =>
  pino({
    name,
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
