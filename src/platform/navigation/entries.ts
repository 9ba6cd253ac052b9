import type { Feature } from '#/define-feature.ts'
import { features } from '#/features.ts'

type Group = keyof NonNullable<Feature['navigation']>

/** The entries of all features in one group of the sidebar, in order. */
export const entriesOf = (name: Group) =>
  features
    .flatMap(({ navigation }) => navigation?.[name] ?? [])
    .toSorted((one, other) => one.order - other.order)
