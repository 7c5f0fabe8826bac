import { Module } from '@nestjs/common';
import { CapabilityReader } from './domain/capability-reader';
import { CapabilityRepository } from './domain/capability.repository';
import { SimilarCapabilities } from './domain/similar-capabilities';
import { TypeormCapabilityReader } from './persistence/typeorm-capability.reader';
import { TypeormCapabilityRepository } from './persistence/typeorm-capability.repository';
import { TypeormSimilarCapabilities } from './persistence/typeorm-similar-capabilities';
import { CapabilityDuplicates } from './use-cases/capability-duplicates';
import { CapabilitySteps } from './use-cases/capability-steps';
import { CheckCapability } from './use-cases/check-capability';
import { DescribeCapabilities } from './use-cases/describe-capabilities';
import { DiscardCapability } from './use-cases/discard-capability';
import { FollowFirmChange } from './use-cases/follow-firm-change';
import { GetCapability } from './use-cases/get-capability';
import { GetPublicCapability } from './use-cases/get-public-capability';
import { LetCapabilitiesStale } from './use-cases/let-capabilities-stale';
import { ListOwnCapabilities } from './use-cases/list-own-capabilities';
import { ListPublicCapabilities } from './use-cases/list-public-capabilities';
import { PauseCapability } from './use-cases/pause-capability';
import { PublishCapability } from './use-cases/publish-capability';
import { ReconfirmCapability } from './use-cases/reconfirm-capability';
import { RecordQualification } from './use-cases/record-qualification';
import { RegisterCapability } from './use-cases/register-capability';
import { ResumeCapability } from './use-cases/resume-capability';
import { RetireCapability } from './use-cases/retire-capability';
import { ReviseCapability } from './use-cases/revise-capability';
import { SignCapabilities } from './use-cases/sign-capabilities';
import { TellDueCapabilities } from './use-cases/tell-due-capabilities';

const USE_CASES = [
  SignCapabilities,
  RegisterCapability,
  PublishCapability,
  ReviseCapability,
  PauseCapability,
  ResumeCapability,
  ReconfirmCapability,
  RetireCapability,
  DiscardCapability,
  CheckCapability,
  RecordQualification,
  FollowFirmChange,
  GetCapability,
  GetPublicCapability,
  ListOwnCapabilities,
  ListPublicCapabilities,
  DescribeCapabilities,
  TellDueCapabilities,
  LetCapabilitiesStale,
];

/** Needs `DatabaseModule` (with `CAPABILITY_ENTITIES`), `OutboxModule` and `PlatformModule` in the app. */
@Module({
  providers: [
    ...USE_CASES,
    CapabilityDuplicates,
    CapabilitySteps,
    { provide: CapabilityRepository, useClass: TypeormCapabilityRepository },
    { provide: SimilarCapabilities, useClass: TypeormSimilarCapabilities },
    { provide: CapabilityReader, useClass: TypeormCapabilityReader },
  ],
  exports: [...USE_CASES, CapabilityReader],
})
export class CapabilityModule {}
