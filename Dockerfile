# syntax=docker/dockerfile:1

FROM oven/bun:1.4.4-debian AS build
WORKDIR /app
COPY package.json bun.lock bunfig.toml ./
COPY local-cloud/package.json local-cloud/
# Dependencies first, without the scripts that need the sources: this layer is kept between builds.
RUN bun install --frozen-lockfile --ignore-scripts
COPY . .
RUN bun scripts/generate.ts && bun scripts/build.ts

FROM oven/bun:1.4.4-debian AS dependencies
WORKDIR /app
COPY package.json bun.lock bunfig.toml ./
COPY local-cloud/package.json local-cloud/
RUN bun install --frozen-lockfile --production --ignore-scripts --filter '!local-cloud'

FROM oven/bun:1.4.4-slim
WORKDIR /app
ENV NODE_ENV=production
# Each answer of a language model keeps one connection open; Bun would have 512 at once.
ENV BUN_CONFIG_MAX_HTTP_REQUESTS=4096
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
# The listener, the migrations, the extraction of text and the commands of docs/operations.md run from
# their sources.
COPY --from=build /app/src src
COPY scripts/migrate.ts scripts/check-audit.ts scripts/create-stripe-prices.ts scripts/
COPY package.json tsconfig.json ./
USER bun
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["bun", "-e", "process.exit((await fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health')).ok ? 0 : 1)"]
# SIGTERM reaches the server: as the first process, or from that of docker (init: true in
# docker-compose.yml), which also clears away children of children that ended.
CMD ["bun", "src/serve.ts"]
