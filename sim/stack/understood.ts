const BAD_INPUT = 2;

/** What was asked for on the command line. Whatever is wrong with it is said in one line, and nothing starts. */
export function understood<T>(command: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`${command}: ${error.message}`);
    process.exit(BAD_INPUT);
  }
}
