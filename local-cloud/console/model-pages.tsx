import { ConsoleTable } from './console-table.tsx'
import type { ModelCall } from '../model/call-log.ts'
import { FAULTS, isFault } from '../model/protocol/faults.ts'
import type { LocalModel } from '../model/start-local-model.ts'
import { consolePage, Empty, LiveCard, notFound, PageHead } from './console-layout.tsx'
import { count, duration, exactTime, plural, Time } from './format.tsx'
import { plainWords } from './plain-words.ts'

const excerptLength = 240
const maxRate = 10_000

export function ModelCard({ model }: { model: LocalModel }) {
  const calls = model.calls({ limit: 6 })
  return (
    <LiveCard
      name="model"
      title="Model"
      note={rateText(model.tokensPerSecond)}
      more={{ href: '/model', name: 'Calls' }}
    >
      {calls.length === 0 ? (
        <Empty>No calls yet. Use the app where it asks the model.</Empty>
      ) : (
        <ul className="lines">
          {calls.map((call) => (
            <li key={call.id}>
              <a className="line" href={`/model/calls/${call.id}`}>
                <span className="line-main truncate">{call.task}</span>
                <span className="line-side">
                  <OutcomeBadge outcome={call.outcome} />
                </span>
                <span className="line-sub truncate muted">
                  {excerpt(call.error ?? (call.reply || call.prompt))}
                </span>
                <span className="line-action small faint number">
                  {plural(call.outputTokens, 'token')} in {durationText(call)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </LiveCard>
  )
}

export function modelPage(model: LocalModel): Response {
  return consolePage({
    title: 'Model',
    section: '/model',
    children: (
      <div className="stack">
        <PageHead title="Model">
          <form className="row" method="post" action="/model/rate">
            <label className="small muted" htmlFor="rate">
              Tokens per second
            </label>
            <input
              id="rate"
              name="rate"
              className="input-number"
              type="number"
              min={0}
              max={maxRate}
              required
              title="0 is as fast as possible"
              defaultValue={model.tokensPerSecond}
            />
            <button className="button">Set rate</button>
          </form>
        </PageHead>
        <p className="muted prose">
          Not a language model: rules that read the text they are given, behind the protocol by
          which OpenAI’s models are called. Set <code>OPENAI_API_KEY</code> to use a real one.
        </p>
        <form className="row" method="post" action="/model/fail">
          <label className="small muted" htmlFor="fault">
            See how the app handles it: the next call fails with
          </label>
          <select id="fault" name="fault" className="select-auto">
            {FAULTS.map((fault) => (
              <option key={fault}>{fault}</option>
            ))}
          </select>
          <button className="button">Fail next call</button>
          {model.pendingFaults().length > 0 ? (
            <span className="badge badge-accent">{`Waiting: ${model.pendingFaults().join(', ')}`}</span>
          ) : null}
        </form>
        <div data-live="calls">
          <CallsTable calls={model.calls({ limit: 100 })} />
        </div>
      </div>
    ),
  })
}

function CallsTable({ calls }: { calls: ModelCall[] }) {
  return (
    <ConsoleTable
      columns={['Purpose', 'Input', 'Output', '>Tokens', '>Took', 'Outcome', '>Called']}
      links
      empty="No calls yet. Use the app where it asks the model."
    >
      {calls.map((call) => (
        <tr key={call.id}>
          <td className="cell-tight at-main">
            <a href={`/model/calls/${call.id}`}>{call.task}</a>
          </td>
          <td className="truncate muted cell-half">{excerpt(call.prompt)}</td>
          <td className="truncate muted cell-half at-sub">{excerpt(call.error ?? call.reply)}</td>
          <td className="number cell-tight">
            {count(call.inputTokens)} <span className="faint">→</span> {count(call.outputTokens)}
          </td>
          <td className="number cell-tight">{durationText(call)}</td>
          <td className="cell-tight at-side">
            <OutcomeBadge outcome={call.outcome} />
          </td>
          <td className="number muted cell-tight at-action">
            <Time at={call.at} />
          </td>
        </tr>
      ))}
    </ConsoleTable>
  )
}

export function modelCallPage(model: LocalModel, id: string): Response {
  const call = model.call(id)
  if (!call) return notFound('/model', 'This call is no longer kept.')
  return consolePage({
    title: call.task,
    section: '/model',
    children: (
      <div className="stack">
        <PageHead title={call.task} back={{ href: '/model', name: 'Model' }} />
        <div data-live="call" className="stack">
          <dl className="facts">
            <dt>Outcome</dt>
            <dd>
              <OutcomeBadge outcome={call.outcome} /> {call.error}
            </dd>
            <dt>Called</dt>
            <dd>
              {exactTime(call.at)} <span className="faint">· took {durationText(call)}</span>
            </dd>
            <dt>Endpoint</dt>
            <dd>
              {call.endpoint}
              {call.stream ? ', streamed' : ''} <span className="faint">· {call.model}</span>
            </dd>
            <dt>Tokens</dt>
            <dd>
              {count(call.inputTokens)} in, {count(call.outputTokens)} out
            </dd>
          </dl>
          <div className="halves">
            <section className="stack-tight">
              <h2>Input</h2>
              <pre className="card sheet">{call.prompt}</pre>
            </section>
            <section className="stack-tight">
              <h2>Output</h2>
              <pre className="card sheet">{readable(call.reply)}</pre>
            </section>
          </div>
        </div>
      </div>
    ),
  })
}

/** Sets the rate from the form; undefined when it was not one. */
export function setRate(model: LocalModel, given: string | null): number | undefined {
  const rate = Number(given)
  if (!given?.trim() || !Number.isInteger(rate) || rate < 0 || rate > maxRate) return undefined
  model.tokensPerSecond = rate
  return rate
}

/** Lets the next call fail as the form says; false when there is no such fault. */
export function failNext(model: LocalModel, fault: string | null): boolean {
  if (!fault || !isFault(fault)) return false
  model.failNext(fault)
  return true
}

const rateText = (rate: number) =>
  rate === 0 ? 'As fast as possible' : `${plural(rate, 'token')} per second`

const durationText = ({ durationMs, at }: ModelCall) => duration(durationMs ?? Date.now() - at)

const excerpt = (text: string) =>
  plainWords(text.slice(0, 8 * excerptLength)).slice(0, excerptLength)

/** JSON is indented; everything else, and JSON that was cut off, is left as it is. */
function readable(reply: string): string {
  if (!reply.startsWith('{')) return reply
  try {
    return JSON.stringify(JSON.parse(reply), null, 2)
  } catch {
    return reply
  }
}

const outcomes: Record<ModelCall['outcome'], { text: string; tone: string }> = {
  running: { text: 'Running', tone: 'badge-primary' },
  completed: { text: 'Done', tone: 'badge-success' },
  aborted: { text: 'Stopped', tone: 'badge-accent' },
  failed: { text: 'Failed', tone: 'badge-danger' },
}

function OutcomeBadge({ outcome }: { outcome: ModelCall['outcome'] }) {
  const { text, tone } = outcomes[outcome]
  return <span className={`badge ${tone}`}>{text}</span>
}
