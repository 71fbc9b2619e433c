import { PEOPLE } from "#drizzle/seed/tashkent";
import type { Random } from "#shared/kernel/random";
import type { Caller, Reply, World } from "#sim/testing/world";
import { fitting, spoilt } from "./from-schema";
import { type Proof, pick, tally } from "./proof";
import { type Route, routesOf } from "./routes";

const SLOW_MS = 1_000;
/** What would end the people whom the rest of the proof needs. */
const LEFT_OUT = new Set(["DELETE /me/data", "POST /auth/sign-out"]);
const MEND_EVERY = 500;
const BAD_JSON = ["{", '{"a":}', "nonsense", '{"a":1,}', "\u0000", "[".repeat(2_000)];

/** Requests made from the schemas and then spoilt: each gets a clear answer, none breaks anything, none takes long. */
export const malformedProof: Proof = {
  name: "malformed",
  fullCases: 100_000,
  testCases: 5_000,
  async run({ world, random, cases }) {
    const findings = tally();
    const routes = routesOf(world).filter(
      ({ method, path }) => !LEFT_OUT.has(`${method} ${path}`) && !path.startsWith("/openapi"),
    );
    const callers = [...PEOPLE.map(({ key }) => world.as(key)), world.asBot("customer"), world.caller()];
    let slowestMs = 0;
    for (let n = 0; n < cases; n += 1) {
      if (n % MEND_EVERY === 0) await mend(world);
      const route = pick(random, routes);
      const request = requestFor(route, random, world);
      const startMs = performance.now();
      const reply = await ask(pick(random, callers), route, request, random);
      const tookMs = performance.now() - startMs;
      slowestMs = Math.max(slowestMs, tookMs);
      const what = `${route.method} ${request.path} ${JSON.stringify(request.body)?.slice(0, 300)}`;
      if (reply.status >= 500) findings.add(`${reply.status}: ${what}`);
      if (tookMs > SLOW_MS) findings.add(`${Math.round(tookMs)} ms: ${what}`);
      if (reply.status >= 400 && reply.status < 500 && !isAnswer(reply))
        findings.add(`no code and sentence (${reply.status}): ${what}`);
    }
    return findings.outcome(cases, { slowestMs: Math.round(slowestMs), routes: routes.length });
  },
};

type Request = { path: string; body: unknown };

function requestFor(route: Route, random: Random, { seeded, deps }: World): Request {
  const known = [...Object.values(seeded.branches), ...Object.values(seeded.couriers), deps.newId()];
  const making = { random, id: () => pick(random, known) };
  const oddId = () => (random() < 0.3 ? encodeURIComponent(String(spoilt("x", random))) || "x" : pick(random, known));
  const path = route.parameters.reduce((text, name) => text.replace(`:${name}`, oddId()), route.path).replace("*", "x");
  const query = route.query ? spoilt(fitting(route.query, making), random) : null;
  const entries = Object.entries(typeof query === "object" && query ? query : {});
  const pairs = entries.map(([key, value]): [string, string] => [key, String(value)]);
  const body = route.body ? spoilt(fitting(route.body, making), random) : undefined;
  return { path: pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path, body };
}

/** Now and then the body is no JSON at all. */
const ask = (caller: Caller, route: Route, { path, body }: Request, random: Random): Promise<Reply> =>
  route.body && random() < 0.05
    ? caller.sendText(route.method, path, pick(random, BAD_JSON))
    : caller.send(route.method, path, body);

const isAnswer = ({ body }: Reply): boolean =>
  typeof body === "object" && body !== null && "code" in body && "message" in body && String(body.message).length > 0;

/** Nobody stays suspended because a manager was told so by chance. */
const mend = ({ owner }: World) =>
  owner.begin((sql) => [
    sql`update memberships set status = 'active' where status <> 'active'`,
    sql`update couriers set status = 'active' where status <> 'active'`,
    sql`update bots set enabled = true where not enabled`,
  ]);
