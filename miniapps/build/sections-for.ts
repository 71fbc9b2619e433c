/**
 * `## Bots: …` is for chats, and what went wrong the API says itself; `## Mini-app courier: …` is for that mini-app. Every
 * other section is for everybody.
 */
const OWNED = /^## (?:Bots:|What went wrong|Mini-app (?<room>\w+))/;

/** The sections of a Fluent file that a mini-app can show, without its comments and empty lines. */
export const sectionsFor = (source: string, room: string): string =>
  source
    .split(/^(?=## )/m)
    .filter((section) => {
      const owned = OWNED.exec(section);
      return !owned || owned.groups?.room === room;
    })
    .join("")
    .replaceAll(/^#.*\n|^\s*\n/gm, "");
