import { z } from "zod";
import { ApiError } from "../bot-api/api-error";
import { fileReply } from "../bot-api/serve-file";
import { ClientError, type Desk } from "./action";
import { type ActionName, ALL_ACTIONS } from "./all-actions";
import { isTouch } from "./touches";

const A_HUMAN_BEING = "";

const refuse = (status: number, error: string) => Response.json({ error }, { status });

/** Answer `POST /client/<action>` and `GET /client/files/<uid>` for whoever holds the token. */
export async function answerClient(desk: Desk, token: string, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (!isToken(request, searchParams, token)) return refuse(401, "the token of the client API is missing or wrong");
  const [, , first, second] = pathname.split("/");
  if (first === "files" && second) return sendFile(desk, second);
  const hand = request.headers.get("x-hand") ?? A_HUMAN_BEING;
  return act(desk, { name: first ?? "", hand }, await request.json().catch(() => undefined));
}

/** Pictures and sockets cannot carry a header, so the address may carry the token. */
export const isToken = (request: Request, query: URLSearchParams, token: string): boolean =>
  request.headers.get("authorization") === `Bearer ${token}` || query.get("token") === token;

function sendFile({ world }: Desk, uid: string): Response {
  const file = world.state.files.get(uid);
  return file ? fileReply(file) : refuse(404, "no such file");
}

type Act = { name: string; hand: string };

async function act(desk: Desk, { name, hand }: Act, body: unknown): Promise<Response> {
  if (!Object.hasOwn(ALL_ACTIONS, name)) return refuse(404, `there is no action ${name}`);
  const { input, run } = ALL_ACTIONS[name as ActionName];
  const parsed = input.safeParse(body);
  if (!parsed.success) return refuse(422, z.prettifyError(parsed.error));
  const atMs = desk.world.clock.realNow().getTime();
  if ("person" in parsed.data && isTouch(name)) desk.touches.note({ person: parsed.data.person, hand, atMs });
  try {
    // The table pairs each schema with its own function; that the two belong together the compiler cannot follow.
    const result: unknown = await (run as (desk: Desk, input: unknown) => unknown)(desk, parsed.data);
    return Response.json({ result });
  } catch (error) {
    if (error instanceof ClientError || error instanceof ApiError) return refuse(400, error.message);
    throw error;
  }
}
