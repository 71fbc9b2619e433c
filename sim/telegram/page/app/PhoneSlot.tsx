import { useEffect, useState } from "react";
import { Phone } from "../../client/phone";
import type { Person } from "../../world/state";
import { address, call } from "../connection";
import { setClock } from "../ui/time";
import { PhoneContext } from "../ui/use-phone";
import { PhoneFrame } from "./PhoneFrame";

/** One person's place on the desk: connects the phone, and hangs up when it is put away. */
export function PhoneSlot({ person }: { person: Person }) {
  const [phone, setPhone] = useState<Phone>();
  useEffect(() => {
    let isGone = false;
    const connecting = Phone.connect(address, call, person.id).then((connected) => {
      if (isGone) return connected.close();
      connected.onEvent((event) => event.kind === "snapshot" && setClock(event.nowS, event.speed));
      setPhone(connected);
    });
    return () => {
      isGone = true;
      void connecting;
      setPhone((connected) => {
        connected?.close();
        return undefined;
      });
    };
  }, [person.id]);
  const name = `${person.firstName} ${person.lastName ?? ""}`.trim();
  return (
    <section className="phone-slot" aria-label={`Phone of ${name}`}>
      <div className="phone-label">
        {person.label && <em>{person.label}</em>} <b>{name}</b> {person.phone} · {person.languageCode ?? "en"}
      </div>
      {phone && (
        <PhoneContext value={phone}>
          <PhoneFrame name={name} />
        </PhoneContext>
      )}
    </section>
  );
}
