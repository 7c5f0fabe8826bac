import { Module } from '@nestjs/common';
import { ACCOUNT_ENTITIES, AccountModule } from '@mantianxing/account';
import { CalendarModule } from '@mantianxing/calendar';
import { DatabaseModule } from '@mantianxing/database';
import { MatchingModule } from '@mantianxing/matching';
import { ORGANIZATION_ENTITIES } from '@mantianxing/organization';
import { OutboxModule } from '@mantianxing/outbox';
import { PAIRING_ENTITIES, PairingModule } from '@mantianxing/pairing';
import { PlatformModule, type Env } from '@mantianxing/platform';

/** Decisions from pairing, score versions from matching, and who activates from account. */
export function calibrateModule(env: Env): object {
  @Module({
    imports: [
      PlatformModule.forRoot(env),
      DatabaseModule.forRoot({ entities: [...ORGANIZATION_ENTITIES, ...ACCOUNT_ENTITIES, ...PAIRING_ENTITIES], poolSize: 2 }),
      OutboxModule,
      CalendarModule,
      AccountModule,
      PairingModule,
      MatchingModule,
    ],
  })
  class CalibrateModule {}
  return CalibrateModule;
}
