import type { ReactNode } from 'react'

/**
 * Short facts in one line with a dot between two. Each brings the dot before it, and what stands at
 * the beginning of a line has its dot in the margin, which is cut off: so no line begins or ends with
 * one, wherever it breaks. Facts that are empty are left out.
 */
export function FactLine({ facts }: { facts: ReactNode[] }) {
  return (
    // The padding leaves room for the focus ring of a link.
    <span className="-mx-1 block overflow-x-clip px-1">
      <span className="-ml-[1em] flex flex-wrap">
        {facts
          .filter((fact) => Boolean(fact))
          .map((fact, index) => (
            <span
              // oxlint-disable-next-line react/no-array-index-key -- they have no other name, and keep their places
              key={index}
              className="min-w-0 pl-[1em] break-words before:-ml-[1em] before:inline-block before:w-[1em] before:text-center before:content-['·']"
              suppressHydrationWarning
            >
              {fact}{' '}
            </span>
          ))}
      </span>
    </span>
  )
}
