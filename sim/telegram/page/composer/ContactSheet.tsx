import { useEffect, useState } from "react";
import type { SeenChat } from "../../world/person-event";
import type { Person } from "../../world/state";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Avatar } from "../ui/Avatar";
import { Sheet } from "../ui/Sheet";
import { usePhone } from "../ui/use-phone";

/** Anybody's card: one's own, or (a bot must notice) somebody else's. */
export function ContactSheet({ chat, onClose }: { chat: SeenChat; onClose: () => void }) {
  const phone = usePhone();
  const { attempt } = useUi();
  const [people, setPeople] = useState<Person[]>([]);
  useEffect(() => void call("people", {}).then(setPeople), []);
  const send = ({ id, firstName, lastName, phone: phone_number }: Person) => {
    onClose();
    const contact = { phone_number, first_name: firstName, last_name: lastName, user_id: id };
    void attempt(() => call("shareContact", { person: phone.id, chat: chat.id, contact }));
  };
  return (
    <Sheet title="Send a contact" onClose={onClose}>
      <ul className="sheet-body people">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className="person-row" onClick={() => send(person)}>
              <Avatar id={person.id} name={`${person.firstName} ${person.lastName ?? ""}`} size={40} />
              <span>
                <b>
                  {person.firstName} {person.lastName} {person.id === phone.id && <em>you</em>}
                </b>
                <small>{person.phone}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
