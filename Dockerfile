# The registration service. Build from the root of the tree: docker build -t parvis-service .
FROM node:20-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.base.json ./
COPY src-shared src-shared
COPY src-service src-service
COPY resources/captcha resources/captcha
RUN node node_modules/vite/bin/vite.js build --config src-service/vite.config.ts
# What stays: the packages that the service does not carry in its own file. The keychain is the desktop's.
RUN npm pkg delete optionalDependencies devDependencies && npm prune --ignore-scripts --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4010 DATA_DIR=/var/lib/parvis
WORKDIR /srv/parvis
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/resources resources
COPY --from=build /build/out/service out/service
RUN install -d -o node -g node -m 0700 /var/lib/parvis
USER node
VOLUME /var/lib/parvis
EXPOSE 4010
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/v1/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "out/service/server.js"]
CMD ["serve"]
