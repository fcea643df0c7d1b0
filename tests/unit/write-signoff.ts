import { writeSignoff } from '../../report/signoff/folder.ts';
import { signoffPage } from '../../report/signoff/page/page.ts';
import { sampleSignoff } from '../report/sample.ts';

// Writes a sign-off and says in a line why it could not; started by signoff.spec.ts under a limit.
const [folder = ''] = process.argv.slice(2);
const signoff = sampleSignoff(['AT-14', 'SC-04']);
try {
  writeSignoff(folder, signoff, signoffPage(signoff));
} catch (error) {
  console.log(String(error));
}
