import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableOf, trafficOf } from './requests.ts';

// After four runs on the embedded stand-in, one of each tier (as docs/requests.md says).
const tiers = ['observe', 'write', 'attack', 'load'];
const traffic = Object.fromEntries(tiers.map((tier) => [tier, trafficOf(`traf${tier}`)]));
const text = `# What is sent

Every kind of request that came in at the embedded stand-in, over HTTPS and plain HTTP, while all checks of
one tier ran alone, the arranging before them and the removal after them (sent by \`run\`) included. "Changes"
names the tables that were really written to; what a row takes along when it is removed is not listed.
\`POST /accounts/login/\` signs in, \`POST /accounts/logout/\` signs out, \`POST /api/v1/api-token-auth/\` is the
sign-in of the API, which the observe tier asks with nothing in hand. A POST without a change was refused, or
only asked a question. Names of files, ids and keys stand in braces.

Not in it: checks that had no access here (DOMAINS, HEALTH_URL, a second sign-up without OTHER_*), OWASP ZAP,
k6, and what goes to other servers than Construbot. Made by:

\`\`\`bash
for tier in observe write attack; do RUN_ID=traf$tier npx playwright test --grep @$tier; done
LOAD=1 LOAD_PROFILE=brief RUN_ID=trafload npx playwright test --project=load
npx tsx tests/safety/write-requests.ts
\`\`\`

${tableOf(traffic)}
`;
writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'requests.md'), text);
