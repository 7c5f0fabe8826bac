import type { OrganizationRecord, Side } from './organization';

/** Reading without rights: names and sides of organisations are public. */
export abstract class OrganizationReader {
  abstract byId(id: string): Promise<OrganizationRecord | null>;

  /** In no particular order; unknown ids are left out. */
  abstract byIds(ids: readonly string[]): Promise<OrganizationRecord[]>;

  /** Names by id; unknown ids are absent. */
  abstract namesOf(ids: readonly string[]): Promise<Map<string, string>>;

  /** By its name or one of its other names, in the district. */
  abstract byName(districtCode: string, name: string): Promise<OrganizationRecord | null>;

  /** Everyone on one side of the district's market, by name. */
  abstract ofSide(districtCode: string, side: Side): Promise<OrganizationRecord[]>;
}
