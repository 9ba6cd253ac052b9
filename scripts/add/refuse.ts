/** The command will not do this; the message tells the person why. */
export class Refused extends Error {}
