import type { Firm, Organization, OrganizationRecord, Side } from './organization';

export type NewOrganization = Omit<Organization, 'id' | 'version' | 'createdAt'>;
export type NewFirm = Omit<Firm, 'organizationId' | 'version'>;

/** Where organisations are kept; every write stands in the caller's unit of work. */
export abstract class OrganizationRepository {
  /**
   * Writes the organisation, its sides and, for a firm, what is known of it; answers its id, or null when
   * another one of this district has the name or another one anywhere the code.
   */
  abstract insert(
    organization: NewOrganization,
    sides: readonly Side[],
    firm?: NewFirm,
  ): Promise<string | null>;

  abstract byName(districtCode: string, name: string): Promise<OrganizationRecord | null>;

  abstract byUscc(uscc: string): Promise<OrganizationRecord | null>;
}
