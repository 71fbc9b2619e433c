/**
 * `## Bots: …` is for chats, what went wrong the API says itself, and the demo begins at a page of its own; `## Mini-app
 * courier: …` is for that mini-app. Every other section is for everybody.
 */
const OWNED = /^## (?:Bots:|What went wrong|The start page|Mini-app (?<room>\w+))/;
const EVERYWHERE = "## Mini-apps: everywhere\n";

/**
 * `first` is what the first screen says: of a mini-app with a section `## Mini-app courier, first: …` this one and what
 * stands everywhere, of any other mini-app everything. `later` is the rest, perhaps nothing.
 */
export type TextsPart = "first" | "later";

/** The sections of a Fluent file that a mini-app can show, without its comments and empty lines. */
export function sectionsFor(source: string, room: string, part: TextsPart): string {
  const sections = source.split(/^(?=## )/m).filter((section) => {
    const owned = OWNED.exec(section);
    return !owned || owned.groups?.room === room;
  });
  const isNamedFirst = (section: string) => section.startsWith(`## Mini-app ${room}, first:`);
  const isDivided = sections.some(isNamedFirst);
  const isFirst = (section: string) => !isDivided || isNamedFirst(section) || section.startsWith(EVERYWHERE);
  return sections
    .filter((section) => isFirst(section) === (part === "first"))
    .join("")
    .replaceAll(/^#.*\n|^\s*\n/gm, "");
}
