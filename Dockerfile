# The suite with its browser; while it runs it needs no network but the way to the target.
#   docker build -t construbot-acceptance .
#   docker run --rm --init --ipc=host construbot-acceptance smoke        (on the embedded stand-in)
#   docker run --rm --init --ipc=host --env-file .env -v acceptance:/acceptance/results construbot-acceptance signoff
# Pages of Construbot load libraries from public networks: give OFFLINE_CDN=1 where those are out of reach.
# The tag is the version of @playwright/test in package.json, and so are its browsers.
FROM mcr.microsoft.com/playwright:v1.65.1-noble

# 1001 is pwuser of the image, as a number for who asks that it is not root. Both folders are volumes by
# nature, and a volume takes over who owns the folder.
RUN install -d -o 1001 -g 1001 /acceptance /acceptance/results /acceptance/baselines
WORKDIR /acceptance
USER 1001

COPY --chown=1001:1001 package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY --chown=1001:1001 . .

ENTRYPOINT ["node", "cli/start.mjs"]
CMD ["doctor"]
