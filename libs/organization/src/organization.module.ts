import { Module } from '@nestjs/common';
import { OrganizationReader } from './domain/organization-reader';
import { OrganizationRepository } from './domain/organization.repository';
import { TypeormOrganizationReader } from './persistence/typeorm-organization.reader';
import { TypeormOrganizationRepository } from './persistence/typeorm-organization.repository';
import { RegisterFirm } from './use-cases/register-firm';
import { RegisterUnit } from './use-cases/register-unit';

/** Needs `DatabaseModule` (with `ORGANIZATION_ENTITIES`) in the app. */
@Module({
  providers: [
    RegisterFirm,
    RegisterUnit,
    { provide: OrganizationRepository, useClass: TypeormOrganizationRepository },
    { provide: OrganizationReader, useClass: TypeormOrganizationReader },
  ],
  exports: [RegisterFirm, RegisterUnit, OrganizationReader],
})
export class OrganizationModule {}
