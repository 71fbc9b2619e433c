import type { ActionInput, ActionName, ActionResult } from "../client-api/all-actions";

export type Address = {
  url: string;
  token: string;
  /** Whose hand it is that acts with people's phones; left out by a human being. See `touched`. */
  hand?: string;
};
export type Caller = <A extends ActionName>(name: A, input: ActionInput<A>) => Promise<ActionResult<A>>;

/** What a person's client was refused, in the words of the local Telegram. */
export class ClientRefusal extends Error {
  override readonly name = "ClientRefusal";
}

export function createCaller({ url, token, hand }: Address): Caller {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    ...(hand && { "x-hand": hand }),
  };
  return async <A extends ActionName>(name: A, input: ActionInput<A>) => {
    const reply = await fetch(`${url}/client/${name}`, {
      method: "POST",
      headers,
      body: JSON.stringify(input),
    });
    const body = (await reply.json()) as { result: ActionResult<A> } | { error: string };
    if ("error" in body) throw new ClientRefusal(`${name}: ${body.error}`);
    return body.result;
  };
}
