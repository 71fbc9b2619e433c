import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const port = z.coerce.number().int().min(1).max(65_535);
const listed = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const list = z.string().default("").transform(listed);
/** The address of a MapLibre style; "plain" draws without a network. */
const mapStyle = z.union([z.literal("plain"), z.url()]);
const perSecond = z.coerce.number().positive();

/** What a laptop runs with. Refused in production, where each of these would be an open door. */
export const DEVELOPMENT_SECRETS = {
  TOKEN_SECRET: "development-only-token-secret-0000000000",
  SERVICE_TOKEN: "development-only-service-token-000000000",
  ENCRYPTION_KEY: "00000000000000000000000000000000000000000000000000000000deadbeef",
  STORAGE_SECRET: "development-only-storage-secret-00000000",
} as const;

/** Every variable that the API and the worker read; `.env.example` explains each. */
export const Environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(16),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .default("peyk"),
  HOST: z.string().default("127.0.0.1"),
  PORT: port.default(3_000),
  WORKER_PORT: port.default(3_001),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  CORS_ORIGINS: list,
  MINIAPPS_FOLDER: z.string().optional(),
  MINIAPP_HOSTS: list,
  MAP_STYLE_URL: mapStyle.default("https://tiles.openfreemap.org/styles/positron"),
  MAP_STYLE_DARK_URL: mapStyle.default("https://tiles.openfreemap.org/styles/dark"),
  MAP_ORIGINS: z.string().default("https://tiles.openfreemap.org").transform(listed),
  PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  TOKEN_SECRET: z.string().min(32).default(DEVELOPMENT_SECRETS.TOKEN_SECRET),
  SERVICE_TOKEN: z.string().min(32).default(DEVELOPMENT_SECRETS.SERVICE_TOKEN),
  ENCRYPTION_KEY: z
    .string()
    .regex(/^[\da-f]{64}$/i, "must be 64 hexadecimal digits")
    .default(DEVELOPMENT_SECRETS.ENCRYPTION_KEY),
  INIT_DATA_MAX_AGE_SECONDS: z.coerce.number().int().min(60).max(86_400).default(3_600),
  ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(60).max(3_600).default(900),
  REFRESH_TOKEN_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  RATE_PER_SECOND: perSecond.default(10),
  RATE_SIGN_IN_PER_SECOND: perSecond.default(5),
  RATE_ORDERS_PER_SECOND: perSecond.default(20),
  STORAGE_FOLDER: z.string().default(".data/storage"),
  STORAGE_SECRET: z.string().min(32).default(DEVELOPMENT_SECRETS.STORAGE_SECRET),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/ }).default("https://api.telegram.org"),
  ROUTER: z.enum(["osrm", "valhalla"]).optional(),
  ROUTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  CLOCK_ORIGIN: z.iso.datetime({ offset: true }).optional(),
  CLOCK_REAL_ORIGIN: z.iso.datetime({ offset: true }).optional(),
  CLOCK_SPEED: z.coerce.number().positive().max(1_000).default(1),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  OPENAPI: flag.default(true),
});
export type Config = z.infer<typeof Environment>;

/** Configuration that cannot be used; `message` lists every problem, one a line. */
export class ConfigProblem extends Error {
  override readonly name = "ConfigProblem";
}

/**
 * Reads the environment once. Empty variables count as absent.
 * @throws ConfigProblem with all problems at once
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  const problems = parsed.success ? consistencyProblems(parsed.data) : parsed.error.issues.map(sentence);
  if (parsed.success && problems.length === 0) return parsed.data;
  throw new ConfigProblem(
    `The configuration has ${problems.length} problem(s):\n${problems.map((p) => `  - ${p}`).join("\n")}`,
  );
}

const sentence = ({ path, message }: { path: PropertyKey[]; message: string }) => `${path.join(".")}: ${message}`;

function consistencyProblems(config: Config): string[] {
  const problems: string[] = [];
  if (config.NODE_ENV === "production") {
    for (const [name, value] of Object.entries(DEVELOPMENT_SECRETS))
      if (config[name as keyof typeof DEVELOPMENT_SECRETS] === value)
        problems.push(`${name}: still the development default; make one with: openssl rand -hex 32`);
  }
  const s3 = [config.S3_ENDPOINT, config.S3_BUCKET, config.S3_ACCESS_KEY_ID, config.S3_SECRET_ACCESS_KEY];
  if (s3.some(Boolean) && !s3.every(Boolean))
    problems.push("S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: set all four or none");
  if (Boolean(config.CLOCK_ORIGIN) !== Boolean(config.CLOCK_REAL_ORIGIN))
    problems.push("CLOCK_ORIGIN, CLOCK_REAL_ORIGIN: set both or neither");
  if (Boolean(config.ROUTER) !== Boolean(config.ROUTER_URL)) problems.push("ROUTER, ROUTER_URL: set both or neither");
  return problems;
}
