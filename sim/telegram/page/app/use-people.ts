import { useEffect, useState } from "react";
import type { ActionInput } from "../../client-api/all-actions";
import type { Person } from "../../world/state";
import { call, wanted } from "../connection";

const STORED = "local-telegram-phones";
const MOST_AT_FIRST = 4;
const REFRESH_MS = 4_000;

const stored = (): number[] | undefined => {
  // Kept, so that a reload shows the same phones although the address has forgotten them.
  if (wanted.people) localStorage.setItem(STORED, JSON.stringify(wanted.people));
  const text = localStorage.getItem(STORED);
  return text ? (JSON.parse(text) as number[]) : undefined;
};

/** Who there is, and whose phones lie on the desk; the choice outlives a reload. */
export function usePeople() {
  const [people, setPeople] = useState<Person[]>();
  const [chosen, setChosen] = useState(stored);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    // People are also made by tests and demos, and nobody's event stream tells of them.
    const heard = (now: Person[]) => {
      setProblem(undefined);
      setPeople(now);
    };
    const refresh = () => call("people", {}).then(heard, (error: Error) => setProblem(error.message));
    void refresh();
    const timer = setInterval(() => void refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);

  const ids = people?.map(({ id }) => id) ?? [];
  const known = chosen?.filter((id) => ids.includes(id));
  const shown = known && known.length > 0 ? known : ids.slice(0, MOST_AT_FIRST);
  const choose = (next: number[]) => {
    localStorage.setItem(STORED, JSON.stringify(next));
    setChosen(next);
  };
  return {
    people,
    shown,
    problem,
    toggle: (id: number) => choose(shown.includes(id) ? shown.filter((other) => other !== id) : [...shown, id]),
    add: async (fresh: ActionInput<"createPerson">) => {
      const person = await call("createPerson", fresh);
      setPeople(await call("people", {}));
      choose([...shown, person.id]);
    },
  };
}
