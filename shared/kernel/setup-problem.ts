/** Something about this machine keeps us from starting. The message says, in one line, what is wrong and what to do next. */
export class SetupProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SetupProblem";
  }
}
