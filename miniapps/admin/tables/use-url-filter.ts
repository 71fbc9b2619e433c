import { useSearchParams } from "wouter";

/**
 * What narrows a list, kept in the page's address: it survives a reload, the browser's arrows and being sent to a
 * colleague. Changing it replaces the address, so that the way back leads out of the list and not through every letter.
 * @param names the fields of the filter; whatever else the address holds is left alone
 */
export function useUrlFilter<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const filter: Partial<Record<Name, string>> = {};
  for (const name of names) filter[name] = params.get(name) || undefined;
  const change = (next: Partial<Record<Name, string | undefined>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries<string | undefined>(next)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  return [filter, change] as const;
}
