import { type Database, openDatabase } from "#api/platform/database";

/** The database of the installation that `DATABASE_URL` names. @throws Error that says so when it is missing */
export function openInstallation(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("Say which installation: DATABASE_URL=postgres://… bun run dispatch:…");
  return openDatabase(url, { connections: 2, name: "dispatch-tools" });
}
