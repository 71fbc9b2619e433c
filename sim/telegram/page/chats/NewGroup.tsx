import { type FormEvent, useEffect, useState } from "react";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Icon } from "../ui/Icon";
import { Sheet } from "../ui/Sheet";
import { usePhone } from "../ui/use-phone";

type Candidate = { id: number; name: string };

/** Make a group of people and bots. */
export function NewGroup() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="chat-row" onClick={() => setOpen(true)}>
        <span className="round on">
          <Icon name="group" />
        </span>
        <span className="title">New group</span>
      </button>
      {isOpen && <GroupSheet onClose={() => setOpen(false)} />}
    </>
  );
}

function GroupSheet({ onClose }: { onClose: () => void }) {
  const phone = usePhone();
  const { attempt, openChat } = useUi();
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  useEffect(() => {
    void Promise.all([call("people", {}), call("bots", {})]).then(([people, bots]) =>
      setCandidates([
        ...people
          .filter(({ id }) => id !== phone.id)
          .map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName ?? ""}` })),
        ...bots.map(({ id, username }) => ({ id, name: `@${username}` })),
      ]),
    );
  }, [phone.id]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const members = form.getAll("member").map(Number);
    const group = await attempt(() =>
      call("createGroup", { person: phone.id, title: String(form.get("title")), members }),
    );
    onClose();
    if (group) openChat(group.id);
  };
  return (
    <Sheet title="New group" onClose={onClose}>
      <form className="sheet-body" onSubmit={submit}>
        <label className="field">
          Name
          <input name="title" required maxLength={128} placeholder="Staff" />
        </label>
        <fieldset className="choices">
          <legend>Members</legend>
          {candidates.map(({ id, name }) => (
            <label key={id}>
              <input type="checkbox" name="member" value={id} /> {name}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="wide-button">
          Create
        </button>
      </form>
    </Sheet>
  );
}
