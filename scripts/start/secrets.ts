import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const SECRETS = [
  "TOKEN_SECRET",
  "SERVICE_TOKEN",
  "ENCRYPTION_KEY",
  "STORAGE_SECRET",
  "TELEGRAM_SIM_TOKEN",
  "POSTGRES_PASSWORD",
] as const;
export type Secrets = Record<(typeof SECRETS)[number], string>;

/** This installation's own secrets: made once, readable by its user alone, gone with its data. */
export function loadSecrets(file: string): Secrets {
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const secrets = Object.fromEntries(SECRETS.map((name) => [name, known[name] ?? randomBytes(32).toString("hex")]));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets as Secrets;
}
