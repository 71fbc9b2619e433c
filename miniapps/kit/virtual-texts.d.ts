/**
 * Made by `miniapps/build/texts-plugin.ts`: "track/uz/first" to what fetches the texts of the tracking page's first
 * screen in Uzbek, "track/uz/later" to the rest where there is one.
 */
declare module "virtual:texts" {
  const texts: Record<string, () => Promise<{ default: import("@fluent/bundle").FluentResource["body"] }>>;
  export default texts;
}
