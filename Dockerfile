# One image for migrate, api, worker, bots and the command that founds the business; the command says which. See docker-compose.yml.
FROM oven/bun:1.4.5-slim AS base
WORKDIR /peyk

FROM base AS packages
COPY package.json bun.lock bunfig.toml ./
COPY patches patches
RUN bun install --frozen-lockfile --production --ignore-scripts

FROM base AS pages
COPY package.json bun.lock bunfig.toml ./
COPY patches patches
RUN bun install --frozen-lockfile --ignore-scripts
COPY tsconfig.json ./
COPY shared shared
COPY miniapps miniapps
# Room by room, as `npm start` builds them: together, each would carry what another one alone needs.
RUN for page in miniapps/*/index.html; do \
      NODE_ENV=production MINIAPPS="$(basename "$(dirname "$page")")" \
      bun --bun node_modules/.bin/vite build miniapps --emptyOutDir=false; \
    done

FROM base
ENV NODE_ENV=production
COPY --from=packages /peyk/node_modules node_modules
COPY package.json tsconfig.json ./
COPY shared shared
COPY drizzle drizzle
COPY api api
COPY bots bots
COPY --from=pages /peyk/dist/miniapps dist/miniapps
COPY scripts/migrate.ts scripts/probe.ts scripts/found.ts scripts/
COPY scripts/go-live scripts/go-live
COPY scripts/start/say.ts scripts/start/
USER bun
EXPOSE 3000 3001
ENTRYPOINT ["bun"]
CMD ["api/main.ts"]
