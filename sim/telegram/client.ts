import type { NewFault } from "./bot-api/faults";
import { type Address, type Caller, createCaller } from "./client/caller";
import { Phone } from "./client/phone";
import type { ActionInput } from "./client-api/all-actions";

/** The world from the people's side: phones to hand out, and the weather. */
export type TelegramClient = {
  call: Caller;
  /** Somebody new, with a phone in hand. */
  person(fresh: ActionInput<"createPerson">): Promise<Phone>;
  /** The phone of somebody who is there already. */
  phoneOf(personId: number): Promise<Phone>;
  /** What goes wrong from now on; an empty list is fair weather. The same seed draws the same luck. */
  faults(faults: NewFault[], seed?: number): Promise<void>;
  limits(limits: ActionInput<"setLimits">["limits"]): Promise<void>;
  close(): void;
};

export function createClient(address: Address): TelegramClient {
  const call = createCaller(address);
  const phones: Phone[] = [];
  const handOut = async (personId: number) => {
    const phone = await Phone.connect(address, call, personId);
    phones.push(phone);
    return phone;
  };
  return {
    call,
    person: async (fresh) => handOut((await call("createPerson", fresh)).id),
    phoneOf: handOut,
    faults: async (faults, seed) => void (await call("setFaults", { faults, seed })),
    limits: async (limits) => void (await call("setLimits", { limits })),
    close: () => {
      for (const phone of phones) phone.close();
    },
  };
}
