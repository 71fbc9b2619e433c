import { useState } from "react";
import type { Person } from "../../world/state";
import { Avatar } from "../ui/Avatar";

type Props = { people: readonly Person[]; shown: readonly number[]; toggle: (id: number) => void };

/** A chip per person; those of a group lie behind one chip until it is opened, but for whose phone is on the desk. */
export function PeopleChips({ people, shown, toggle }: Props) {
  const [open, setOpen] = useState<string>();
  const groups = [...new Set(people.flatMap(({ group }) => group ?? []))];
  const chipsOf = (some: readonly Person[]) =>
    some.map((person) => (
      <PersonChip key={person.id} person={person} isShown={shown.includes(person.id)} toggle={toggle} />
    ));
  return (
    <>
      {chipsOf(people.filter(({ group }) => !group))}
      {groups.map((group) => {
        const isOpen = open === group;
        const members = people.filter((person) => person.group === group);
        return [
          <button
            key={group}
            type="button"
            className="person-chip group"
            aria-expanded={isOpen}
            onClick={() => setOpen(isOpen ? undefined : group)}
          >
            {group} · {members.length} {isOpen ? "‹" : "›"}
          </button>,
          ...chipsOf(members.filter(({ id }) => isOpen || shown.includes(id))),
        ];
      })}
    </>
  );
}

type ChipProps = { person: Person; isShown: boolean; toggle: (id: number) => void };

const PersonChip = ({ person: { id, firstName, lastName, label }, isShown, toggle }: ChipProps) => (
  <button type="button" className="person-chip" aria-pressed={isShown} title={label} onClick={() => toggle(id)}>
    <Avatar id={id} name={`${firstName} ${lastName ?? ""}`} size={28} />
    {firstName} {lastName}
  </button>
);
