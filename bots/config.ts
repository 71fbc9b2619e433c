import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);

const Common = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  API_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:3000"),
  SERVICE_TOKEN: z.string().min(32).default("development-only-service-token-000000000"),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .default("peyk"),
  /** Telegram itself, or a local one that speaks the same. */
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).default("https://api.telegram.org"),
  /** A payment provider's token from @BotFather. Without one nothing is sold by invoice. */
  PAYMENT_PROVIDER_TOKEN: z.string().optional(),
  /** Where the mini-apps are served; without it the bots have no buttons that open one. */
  MINIAPPS_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOST: z.string().default("127.0.0.1"),
  BOTS_PORT: port.default(3_002),
  CLOCK_ORIGIN: z.iso.datetime({ offset: true }).optional(),
  CLOCK_REAL_ORIGIN: z.iso.datetime({ offset: true }).optional(),
  CLOCK_SPEED: z.coerce.number().positive().max(1_000).default(1),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

/** Every variable that the bots process reads. The webhook's address exists in webhook mode only. */
export const Environment = z.discriminatedUnion("BOTS_MODE", [
  Common.extend({ BOTS_MODE: z.literal("polling") }),
  Common.extend({ BOTS_MODE: z.literal("webhook"), WEBHOOK_URL: z.url({ protocol: /^https?$/ }) }),
]);
export type BotsConfig = z.infer<typeof Environment>;

/** Configuration that cannot be used; `message` lists every problem, one a line. */
export class ConfigProblem extends Error {
  override readonly name = "ConfigProblem";
}

/** Reads the environment once. Empty variables count as absent. @throws ConfigProblem with all problems at once */
export function loadBotsConfig(env: Record<string, string | undefined>): BotsConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const parsed = Environment.safeParse({ BOTS_MODE: "polling", ...given });
  if (!parsed.success) throw problem(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`));
  const { NODE_ENV, SERVICE_TOKEN } = parsed.data;
  if (NODE_ENV === "production" && SERVICE_TOKEN.startsWith("development-only"))
    throw problem(["SERVICE_TOKEN: still the development default; make one with: openssl rand -hex 32"]);
  return parsed.data;
}

const problem = (lines: string[]) =>
  new ConfigProblem(
    `The configuration has ${lines.length} problem(s):\n${lines.map((line) => `  - ${line}`).join("\n")}`,
  );
