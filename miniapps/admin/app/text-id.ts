/** The id of a text about a word of the code: `textId("admin-field", "addressText")` is "admin-field-address-text". */
export const textId = (prefix: string, code: string): string =>
  `${prefix}-${code.replaceAll(/[._]/g, "-").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
