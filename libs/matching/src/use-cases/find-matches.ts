import type { CandidateFinder } from '../domain/candidate-finder';
import type { MatchScore } from '../domain/match-score';
import { MOST_SUGGESTIONS } from '../domain/match-threshold';
import type { DistilledScenario } from '../domain/distilled-scenario';
import { DigestShelf } from '../domain/digest-shelf';
import type { Matcher } from '../domain/matcher';
import type { CapabilityProfile, ScenarioProfile } from '../domain/profile';
import type { ProfileSource } from '../domain/profile-source';
import { findingsOf, type ScenarioFindings } from './rank-capabilities';
import type { ReadLikeness } from './read-likeness';

/** Candidates asked of the engine: wide enough that the scorer's best 20 are among them. */
export const CANDIDATES_ASKED = 200;

/** From one new or changed entry to the ranked pairs worth a reviewer's minute. Reads only. */
export class FindMatches {
  constructor(
    private readonly matcher: Matcher,
    private readonly finder: CandidateFinder,
    private readonly profiles: ProfileSource,
    /** Of the same matcher; one that lives longer than this object spares digesting. */
    private readonly digests = new DigestShelf(matcher),
    /** Only where an embedder is configured. */
    private readonly likeness?: ReadLikeness,
  ) {}

  /**
   * Best first: 推荐 and 候选 up to `most`, else the best three 弱匹配; and the 联合体. `asOf` is today's day (`2026-11-22`).
   */
  async forScenario(profile: ScenarioProfile, asOf: string, most = MOST_SUGGESTIONS): Promise<ScenarioFindings> {
    const distilled = this.matcher.distil(profile);
    const found = await this.finder.capabilitiesFor(distilled, CANDIDATES_ASKED);
    const capabilities = await this.profiles.capabilities(found.map(({ id }) => id));
    const likeness = await this.likeness?.between([profile], capabilities);
    const scenario = { ...distilled, likeness: likeness?.get(profile.id) };
    const digests = capabilities.map((capability) => this.digests.of(capability));
    return findingsOf(this.matcher, scenario, digests, asOf, most);
  }

  /**
   * The open scenarios a new or changed capability serves. Every pair with 推荐 or 候选 counts, weak ones do not:
   * whether a weak one is among a scenario's best three only a run for that scenario can tell.
   */
  async forCapability(profile: CapabilityProfile, asOf: string): Promise<MatchScore[]> {
    const found = await this.finder.scenariosFor(profile, CANDIDATES_ASKED);
    const scenarios = await this.profiles.scenarios(found.map(({ id }) => id));
    const likeness = await this.likeness?.between(scenarios, [profile]);
    const distilled = scenarios.map((scenario) => ({ ...this.matcher.distil(scenario), likeness: likeness?.get(scenario.id) }));
    const matches: MatchScore[] = [];
    for (const scenario of distilled) matches.push(await this.reverse(scenario, profile, asOf));
    return matches
      .filter(({ band }) => band === 'RECOMMENDED' || band === 'CANDIDATE')
      .sort((a, b) => b.score - a.score || (a.scenarioId < b.scenarioId ? -1 : 1));
  }

  /** One pair from the capability's side: whether it is the scenario's lead only the other candidates can tell. */
  private async reverse(scenario: DistilledScenario, profile: CapabilityProfile, asOf: string): Promise<MatchScore> {
    const digest = this.digests.of(profile);
    const evidence = this.matcher.evidenceFor(scenario);
    const alone = this.matcher.rank(evidence, [digest], asOf);
    const isLead = alone[0]?.isLead === true && (await this.leads(scenario, profile, asOf));
    return this.matcher.explain(this.matcher.evidenceFor(scenario), digest, asOf, isLead);
  }

  /** The whole of the scenario's candidates as `forScenario` would see them, with this one among them. */
  private async leads(scenario: DistilledScenario, profile: CapabilityProfile, asOf: string): Promise<boolean> {
    const found = await this.finder.capabilitiesFor(scenario, CANDIDATES_ASKED);
    const others = (await this.profiles.capabilities(found.map(({ id }) => id))).filter(({ id }) => id !== profile.id);
    const likeness = await this.likeness?.between([scenario.profile], [...others, profile]);
    const evidence = this.matcher.evidenceFor({ ...scenario, likeness: likeness?.get(scenario.profile.id) });
    const digests = [...others, profile].map((capability) => this.digests.of(capability));
    return this.matcher.rank(evidence, digests, asOf).some(({ digest, isLead }) => isLead === true && digest.profile.id === profile.id);
  }
}
