/** `## Bots: …` is for chats, `## Mini-app courier: …` for that mini-app; every other section is for everybody. */
const OWNED = /^## (?:Bots:|Mini-app (?<room>\w+))/;

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
