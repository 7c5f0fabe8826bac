import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { UnitOfWork } from '@mantianxing/database';
import { actAs, readEnv, runMain } from '@mantianxing/platform';
import { SampleOrganizations } from './sample-organizations';
import { SampleEntries } from './sample-entries';
import { seedModule } from './seed.module';

/** Prints the demo accounts as JSON on its standard output; everything else goes to standard error. */
runMain('示例清单', async () => {
  const env = readEnv();
  Logger.overrideLogger(false);
  const app = await NestFactory.createApplicationContext(seedModule(env) as never, { abortOnError: false });
  const seeding = { via: 'command', operation: 'load-samples' };
  const accounts = await actAs(seeding, () => app.get(UnitOfWork).run(async () => {
    const members = await app.get(SampleOrganizations).load();
    await app.get(SampleEntries).load(members);
    return members.accounts;
  }));
  await app.get(SampleEntries).countStatistics();
  await app.close();
  process.stdout.write(JSON.stringify(accounts));
});
