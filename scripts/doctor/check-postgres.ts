import postgres from "postgres";
import { migrationCount } from "#drizzle/migrate";
import { OLDEST_POSTGRES } from "#sim/stack/check-servers";
import { causeOf, type Finding, good, note, problem } from "./finding";

const WHAT = "PostgreSQL";
/** Tokens and deadlines are compared across machines; Telegram refuses what is too far off as well. */
const CLOCK_LIMIT_MS = 2_000;

type Facts = { version: string; wal: string; now: Date; migrated: boolean };

export async function checkPostgres(url: string | undefined): Promise<Finding[]> {
  if (!url)
    return [problem(WHAT, "Peyk does not run here, and DATABASE_URL names no other", "npm start, then ask again")];
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const askedAt = Date.now();
    const [facts] = await sql<Facts[]>`
      select current_setting('server_version') as version, current_setting('wal_level') as wal,
        clock_timestamp() as now, to_regclass('drizzle.__drizzle_migrations') is not null as migrated`;
    const halfWayMs = (askedAt + Date.now()) / 2;
    return [
      versionFinding(facts!),
      walFinding(facts!),
      clockFinding(facts!.now.getTime() - halfWayMs),
      await migrationFinding(sql, facts!),
    ];
  } catch (error) {
    return [problem(WHAT, `does not answer (${causeOf(error)})`, "start it, or mend DATABASE_URL")];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function versionFinding({ version }: Facts): Finding {
  if (Number.parseInt(version, 10) >= OLDEST_POSTGRES) return good(WHAT, version);
  return problem(WHAT, `${version} is too old`, `upgrade it to ${OLDEST_POSTGRES} or newer`);
}

function walFinding({ wal }: Facts): Finding {
  if (wal === "logical") return good("wal_level", wal);
  const says = `${wal}: nobody can read along with the changes (change data capture)`;
  return note("wal_level", says, "set wal_level = logical and restart PostgreSQL if you want that");
}

export function clockFinding(aheadMs: number): Finding {
  const seconds = `${(Math.abs(aheadMs) / 1_000).toFixed(1)} s`;
  if (Math.abs(aheadMs) <= CLOCK_LIMIT_MS) return good("clock", `${seconds} from PostgreSQL's`);
  const says = `PostgreSQL's is ${seconds} ${aheadMs > 0 ? "ahead" : "behind"}`;
  return problem("clock", says, "let both machines keep time with NTP: timedatectl set-ntp true");
}

async function migrationFinding(sql: postgres.Sql, { migrated }: Facts): Promise<Finding> {
  const [row] = migrated ? await sql<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations` : [];
  const [done, known] = [row?.n ?? 0, migrationCount()];
  if (done === known) return good("migrations", `all ${known} are done`);
  if (done > known)
    return problem("migrations", "the database is newer than this code", "run the newer version of Peyk");
  const todo = "npm start does them, or: DATABASE_URL=… bun scripts/migrate.ts";
  return problem("migrations", `${known - done} of ${known} are not done yet`, todo);
}
