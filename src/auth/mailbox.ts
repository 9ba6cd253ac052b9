/** The inbox behind an address: "ada+loam@example.com" and "Ada@example.com" are one inbox. */
export const mailboxOf = (email: string) =>
  email
    .trim()
    .toLowerCase()
    .replace(/^([^+@]+)\+[^@]*@/, '$1@')
