/** An answer in the shape of OpenAI's errors, which is what the client libraries parse. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly code: string | null = null,
    readonly param: string | null = null,
  ) {
    super(message)
  }

  get type(): string {
    if (this.status >= 500) return 'server_error'
    return this.status === 429 ? 'rate_limit_exceeded' : 'invalid_request_error'
  }

  toResponse(): Response {
    const { message, type, param, code } = this
    const headers = new Headers({ 'x-request-id': `req_${Bun.randomUUIDv7('hex')}` })
    if (this.status === 429) headers.set('retry-after', '1')
    return Response.json(
      { error: { message, type, param, code } },
      { status: this.status, headers },
    )
  }
}
