export * from './domain/organization';
export * from './domain/organization-reader';
export { ORGANIZATION_ERRORS } from './domain/organization.errors';
export * from './domain/uscc';
export * from './organization.module';
export { ORGANIZATION_ENTITIES } from './persistence/organization.entity';
export * from './use-cases/register-firm';
export * from './use-cases/register-unit';
