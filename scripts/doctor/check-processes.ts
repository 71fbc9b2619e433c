import type { Env } from "../start/environment";
import { causeOf, type Finding, good, problem } from "./finding";

const PATIENCE_MS = 5_000;

/** Do our own processes say that they are ready, and does the public address lead to them? */
export async function checkProcesses(env: Env): Promise<Finding[]> {
  const local = (port: string | undefined) => port && `http://127.0.0.1:${port}/health/ready`;
  const rows = [
    { what: "API", url: local(env.PORT) },
    { what: "worker", url: local(env.WORKER_PORT) },
    { what: "bots", url: local(env.BOTS_PORT) },
  ];
  const findings = await Promise.all(rows.map(({ what, url }) => (url ? askProcess(what, url) : [])));
  const outside = env.PUBLIC_URL?.startsWith("https://") ? await askPublic(env.PUBLIC_URL) : [];
  return [...findings.flat(), ...outside];
}

async function askProcess(what: string, url: string): Promise<Finding[]> {
  const reply = await ask(url);
  if (reply instanceof Response && reply.ok) return [good(what, "ready")];
  const says = reply instanceof Response ? `answers ${reply.status}: ${(await reply.text()).slice(0, 120)}` : reply;
  return [problem(what, says, `read its log, the last line of ${what.toLowerCase()}.log`)];
}

async function askPublic(url: string): Promise<Finding[]> {
  const reply = await ask(`${url}/health/live`);
  if (reply instanceof Response && reply.ok) return [good("public address", `${url} leads here`)];
  const says = reply instanceof Response ? `${url} answers ${reply.status}` : `${url}: ${reply}`;
  return [problem("public address", says, "let it lead to the API's port, by HTTPS with a certificate")];
}

const ask = (url: string): Promise<Response | string> =>
  fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    (error: unknown) => `does not answer (${causeOf(error)})`,
  );
