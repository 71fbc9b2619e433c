/** Made by `miniapps/build/texts-plugin.ts`: "track/uz" to what fetches the texts of the tracking page in Uzbek. */
declare module "virtual:texts" {
  const texts: Record<string, () => Promise<{ default: import("@fluent/bundle").FluentResource["body"] }>>;
  export default texts;
}
