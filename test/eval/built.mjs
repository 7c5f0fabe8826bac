import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isBuilt } from '../../apps/local-stack/bootstrap/build.mjs';

/** What keeps an evaluation from running, said to a person. */
export class NotReady extends Error {}

const BOILERPLATE_AND_NEGATION = 'libs/matching/src/domain/negation.js';

/** The compiled product in `folder`; `root` is set where that is the repository's own dist. @throws NotReady */
export function openBuilt(folder, root) {
  if (!existsSync(join(folder, 'libs/matching/src/index.js'))) throw new NotReady('Nothing is built: run npm run build first.');
  if (root && !isBuilt(root)) console.error('The build is not of these sources: run npm run build to measure them.');
  const require = createRequire(join(folder, 'door.js'));
  return {
    matching: require('./libs/matching/src/index.js'),
    lists: () => require('./apps/local-stack/src/seed/lists/index.js'),
    part: (path) => require(`./${path}`),
    /** The matching library once more, with parts of its reading of texts replaced: for leaving them out. */
    matchingReplacing: (replaced) => {
      const own = (path) => path.includes(join('libs', 'matching', 'src'));
      const kept = new Map(Object.entries(require.cache).filter(([path]) => own(path)));
      for (const path of kept.keys()) delete require.cache[path];
      const negation = require(`./${BOILERPLATE_AND_NEGATION}`);
      const path = require.resolve(`./${BOILERPLATE_AND_NEGATION}`);
      for (const name of Object.keys(replaced)) if (!(name in negation)) throw new NotReady(`The matcher no longer has ${name}.`);
      require.cache[path].exports = { ...negation, ...replaced };
      const matching = require('./libs/matching/src/index.js');
      for (const cached of Object.keys(require.cache).filter(own)) delete require.cache[cached];
      for (const [at, module] of kept) require.cache[at] = module;
      return matching;
    },
  };
}
