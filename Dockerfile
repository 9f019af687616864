# One image, two modes: with the embedded search engine, everything in the volume /data; or, with MEILI_URL and
# MEILI_KEY, in front of a Meilisearch of one's own (compose.yaml).
#
#   docker build -t bifora .
#   docker run -p 127.0.0.1:3000:3000 -v bifora:/data bifora
#
# The embedded engine is for x86-64; on other machines the image builds without it and needs MEILI_URL.

# A release names this by digest: --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# Readable for every user, whatever the rights were where the source came from.
RUN npm run build:service -- --incremental false \
  && npm run build:page \
  && npm prune --omit=dev --ignore-scripts \
  && chmod 0755 dist/cli/main.js \
  && chmod -R a+rX .

FROM ${NODE_IMAGE}
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Bifora" \
  org.opencontainers.image.description="Full-text search over Italian and English documents" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"

WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/seeds ./seeds
# The engine is kept off a second container's data, and ended with its owner, by these two tools: no image without.
RUN setpriv --version && flock --version \
  && install --directory --owner=node --group=node --mode=0700 /data \
  && ln -s /app/dist/cli/main.js /usr/local/bin/bifora

ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# The user node, by number, so that Kubernetes can tell that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
# Until the first index is built nobody is answered; that may take a while and is not yet a failure.
HEALTHCHECK --interval=15s --timeout=5s --start-period=10m --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT []
CMD ["node", "--enable-source-maps", "dist/cli/main.js", "start"]
