import { features } from '#/features.ts'

/** The kinds of event that one can ask for, as the features name them. */
export const groups = features.flatMap(({ audit = [] }) => audit)
export const groupsOfOrganization = groups.filter(({ inOrganization }) => inOrganization)
export const actions = groups.flatMap((group) => Object.keys(group.actions))

export const groupNamed = (name: unknown) => groups.find((group) => group.name === name)

/** The nouns of the actions of a group. */
export const nounsOf = (name: string) => [
  ...new Set(Object.keys(groupNamed(name)?.actions ?? {}).map((action) => action.split('.')[0])),
]
