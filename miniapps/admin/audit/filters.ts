/** By what the log is narrowed, as it stands in the address. Days are those of the person who looks. */
export type Filters = { kind: string; person: string; from: string; to: string };

export const filtersOf = (search: URLSearchParams): Filters => ({
  kind: search.get("kind") ?? "",
  person: search.get("person") ?? "",
  from: search.get("from") ?? "",
  to: search.get("to") ?? "",
});

/** As the API takes them: the last day counts whole. Days that are none are left out. */
export function auditQueryOf({ kind, person, from, to }: Filters) {
  return {
    ...(kind && { subjectKind: kind }),
    ...(person && { accountId: person }),
    ...boundary("from", from, 0),
    ...boundary("to", to, 1),
  };
}

function boundary(name: "from" | "to", day: string, daysLater: number): Partial<Record<"from" | "to", string>> {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (!year) return {};
  return { [name]: new Date(Number(year), Number(month) - 1, Number(date) + daysLater).toISOString() };
}
