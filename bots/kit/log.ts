import { type Logger, pino } from "pino";
import type { BotsConfig } from "#bots/config";

export type Log = Logger;

/** Structured lines. Never tokens, phones, coordinates or what people write. */
export const createLog = ({ LOG_LEVEL }: Pick<BotsConfig, "LOG_LEVEL">, name = "bots"): Log =>
  pino({ name, level: LOG_LEVEL });
