import type { DigestedCapability } from './digest-capability';
import type { Matcher } from './matcher';
import type { CapabilityProfile } from './profile';

/** Digests kept by one process; about 5 KB each. */
const MOST_KEPT = 20_000;

/**
 * Digests of one matcher, kept while their profile stands: digesting a candidate costs twenty times its scoring.
 * A profile that differs in any field is digested anew; the longest unused goes first.
 */
export class DigestShelf {
  private readonly kept = new Map<string, DigestedCapability>();

  constructor(
    readonly matcher: Matcher,
    private readonly most = MOST_KEPT,
  ) {}

  of(profile: CapabilityProfile): DigestedCapability {
    const known = this.kept.get(profile.id);
    this.kept.delete(profile.id);
    const digest = known && isSame(known.profile, profile) ? known : this.matcher.digest(profile);
    this.kept.set(profile.id, digest);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value as string);
    return digest;
  }
}

function isSame(a: CapabilityProfile, b: CapabilityProfile): boolean {
  const fields = Object.keys(b) as (keyof CapabilityProfile)[];
  return fields.every((field) =>
    typeof b[field] === 'object' ? JSON.stringify(a[field]) === JSON.stringify(b[field]) : a[field] === b[field],
  );
}
