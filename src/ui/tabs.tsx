import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { tabClass, tabListClass } from './tab-links.tsx'

interface Tab {
  value: string
  label: ReactNode
  panel: ReactNode
}

interface TabsProps {
  /** What the tabs divide; read aloud. */
  label: string
  tabs: Tab[]
  /** The first one unless given. */
  defaultValue?: string
}

/** Parts of one page that need no address of their own; otherwise TabLinks. */
export function Tabs({ label, tabs, defaultValue = tabs[0]?.value }: TabsProps) {
  return (
    <Base.Root defaultValue={defaultValue}>
      <Base.List aria-label={label} className={tabListClass}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className={tabClass}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="pt-5">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
