import type { TransactionSql } from "postgres";
import { IdempotencyKey } from "#shared/contracts/order";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { Person } from "./actor";
import { uniqueViolation } from "./database-problems";
import type { Deps } from "./deps";
import { sha256 } from "./secrets";

const KEPT_MS = 24 * 3_600_000;

/** A request that is to be answered once, however often it is sent. */
export type KeyedRequest = { organisationId: Id; accountId: Id; key: string; hash: string };

/**
 * @param header what came in `X-Idempotency-Key`
 * @param body the request as it was parsed, so that spelling it differently does not make it another one
 * @throws Refusal `request.key_missing`
 */
export function keyedRequest(person: Person, header: string | undefined, body: unknown): KeyedRequest {
  const key = IdempotencyKey.safeParse(header);
  if (!key.success) throw new Refusal("request.key_missing");
  const { organisationId, accountId } = person;
  return { organisationId, accountId, key: key.data, hash: sha256(JSON.stringify(body)) };
}

/**
 * The answer that the same request got before, or `null`.
 * @throws Refusal `request.key_reused` when it came with another body
 */
export async function answerGiven(sql: TransactionSql, request: KeyedRequest): Promise<unknown> {
  const [stored] = await sql<{ request_hash: string; body: unknown }[]>`
    select request_hash, body from idempotency_keys
    where organisation_id = ${request.organisationId} and account_id = ${request.accountId} and key = ${request.key}`;
  if (!stored) return null;
  if (stored.request_hash !== request.hash) throw new Refusal("request.key_reused");
  return stored.body;
}

/**
 * To be the first write of the verb. Race: the same request twice at once waits here for the other's commit and then
 * fails, see `wasAnswered`.
 */
export const keepAnswer = async (
  sql: TransactionSql,
  { clock }: Pick<Deps, "clock">,
  { organisationId, accountId, key, hash }: KeyedRequest,
  answer: unknown,
): Promise<void> => {
  const expiresAt = new Date(clock.realNow().getTime() + KEPT_MS).toISOString();
  await sql`
    insert into idempotency_keys (organisation_id, account_id, key, request_hash, status, body, expires_at)
    values (${organisationId}, ${accountId}, ${key}, ${hash}, 200, ${JSON.stringify(answer)}::jsonb, ${expiresAt})`;
};

/** Whether a verb failed because its request had been answered meanwhile. */
export const wasAnswered = (error: unknown): boolean => uniqueViolation(error)?.startsWith("idempotency_keys") ?? false;
