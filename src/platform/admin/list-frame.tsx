import { useNavigate } from '@tanstack/react-router'
import SearchIcon from 'lucide-react/icons/search'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { readForm } from '#/ui/form-values.ts'
import { formatNumber } from '#/ui/format-number.ts'
import { InputGroup } from '#/ui/input.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { Pagination } from '#/ui/pagination.tsx'
import { pageSize, readListSearch } from './list-search.ts'

interface ListFrameProps {
  to: '/admin/users' | '/admin/organizations' | '/admin/subscriptions'
  title: string
  description: string
  searchLabel: string
  search: string
  page: number
  total: number
  children: ReactNode
}

/** A list with its search and pages, all in the URL; the search works without JavaScript too. */
export function ListFrame({
  to,
  title,
  description,
  searchLabel,
  search,
  page,
  total,
  children,
}: ListFrameProps) {
  const navigate = useNavigate()
  return (
    <>
      <PageHeader title={title} description={description} />
      <form
        role="search"
        action={to}
        className="mb-4 flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const typed = readForm(event.currentTarget).q
          void navigate({ to, search: readListSearch({ q: typed }) })
        }}
      >
        <InputGroup
          key={search}
          type="search"
          name="q"
          aria-label={searchLabel}
          placeholder={searchLabel}
          defaultValue={search}
          maxLength={100}
          start={<SearchIcon aria-hidden="true" />}
          className="min-w-0 grow sm:max-w-80"
        />
        <Button type="submit" native>
          {m.admin_search_submit()}
        </Button>
        {search && (
          <ButtonLink variant="quiet" to={to}>
            {m.admin_search_clear()}
          </ButtonLink>
        )}
        <p role="status" className="ml-auto text-ink-muted tabular-nums max-sm:w-full">
          {m.admin_total({ count: formatNumber(total) })}
        </p>
      </form>
      <Card className="mb-4 overflow-hidden">{children}</Card>
      <Pagination
        page={page}
        pageCount={Math.ceil(total / pageSize)}
        link={(target) => ({
          to,
          search: { q: search || undefined, page: target === 1 ? undefined : target },
        })}
      />
    </>
  )
}

export const NothingFound = ({ title, isSearch }: { title: string; isSearch: boolean }) => (
  <EmptyState drawing={<FurrowsDrawing />} title={title}>
    {isSearch && m.admin_empty_hint()}
  </EmptyState>
)
