import { Module } from '@nestjs/common';
import { CapabilityReader } from './domain/capability-reader';
import { CapabilityRepository } from './domain/capability.repository';
import { TypeormCapabilityReader } from './persistence/typeorm-capability.reader';
import { TypeormCapabilityRepository } from './persistence/typeorm-capability.repository';
import { CapabilitySteps } from './use-cases/capability-steps';
import { DescribeCapabilities } from './use-cases/describe-capabilities';
import { DiscardCapability } from './use-cases/discard-capability';
import { FollowFirmChange } from './use-cases/follow-firm-change';
import { GetCapability } from './use-cases/get-capability';
import { GetPublicCapability } from './use-cases/get-public-capability';
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

const USE_CASES = [
  RegisterCapability,
  PublishCapability,
  ReviseCapability,
  PauseCapability,
  ResumeCapability,
  ReconfirmCapability,
  RetireCapability,
  DiscardCapability,
  RecordQualification,
  FollowFirmChange,
  GetCapability,
  GetPublicCapability,
  ListOwnCapabilities,
  ListPublicCapabilities,
  DescribeCapabilities,
];

/** Needs `DatabaseModule` (with `CAPABILITY_ENTITIES`), `OutboxModule` and `PlatformModule` in the app. */
@Module({
  providers: [
    ...USE_CASES,
    CapabilitySteps,
    { provide: CapabilityRepository, useClass: TypeormCapabilityRepository },
    { provide: CapabilityReader, useClass: TypeormCapabilityReader },
  ],
  exports: [...USE_CASES, CapabilityReader],
})
export class CapabilityModule {}
