import { useEffect, useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Avatar } from "../ui/Avatar";
import { Sheet } from "../ui/Sheet";
import { usePhone } from "../ui/use-phone";

const TITLES: Record<string, string> = { creator: "owner", administrator: "admin", member: "" };

/** Who is in a group; the owner promotes, lets in and shows out. */
export function MembersSheet({ chat, onClose }: { chat: SeenChat; onClose: () => void }) {
  const phone = usePhone();
  const { attempt } = useUi();
  const here = { person: phone.id, chat: chat.id };
  const inside = chat.members.filter(({ status }) => status in TITLES);
  const isOwner = inside.some(({ user, status }) => user.id === phone.id && status === "creator");
  const others = useOthers(inside.map(({ user }) => user.id));
  return (
    <Sheet title="Members" onClose={onClose}>
      <ul className="sheet-body people">
        {inside.map(({ user, status }) => (
          <li key={user.id}>
            <Avatar id={user.id} name={user.first_name} size={38} />
            <span>
              {user.first_name} {user.last_name} <em>{TITLES[status]}</em>
            </span>
            {isOwner && status === "member" && (
              <button type="button" onClick={() => attempt(() => call("promote", { ...here, member: user.id }))}>
                Make admin
              </button>
            )}
            {isOwner && status !== "creator" && (
              <button
                type="button"
                className="danger"
                onClick={() => attempt(() => call("removeMember", { ...here, member: user.id }))}
              >
                Remove
              </button>
            )}
          </li>
        ))}
        {isOwner &&
          others.map(({ id, name }) => (
            <li key={id}>
              <Avatar id={id} name={name.replace("@", "")} size={38} />
              <span>{name}</span>
              <button type="button" onClick={() => attempt(() => call("addMember", { ...here, member: id }))}>
                Add
              </button>
            </li>
          ))}
      </ul>
    </Sheet>
  );
}

function useOthers(inside: number[]): { id: number; name: string }[] {
  const [all, setAll] = useState<{ id: number; name: string }[]>([]);
  useEffect(() => {
    void Promise.all([call("people", {}), call("bots", {})]).then(([people, bots]) =>
      setAll([
        ...people.map(({ id, firstName }) => ({ id, name: firstName })),
        ...bots.map(({ id, username }) => ({ id, name: `@${username}` })),
      ]),
    );
  }, []);
  return all.filter(({ id }) => !inside.includes(id));
}
