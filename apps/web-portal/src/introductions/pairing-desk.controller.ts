import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarCoverage } from '@mantianxing/calendar';
import { CapabilityReader, isCapabilityListed } from '@mantianxing/capability';
import { ChangePairingMembers, EndPairing, PairingDeskQuery, PairingDeskView, PairingStepView, ReaskPairing, WorkingDayCoverageView, type Actor } from '@mantianxing/contracts';
import { ChangeMembers, ReadConsents, ReadPairings, SteerPairing, type PairingStatus, type SidesNow } from '@mantianxing/pairing';
import { Answers, CurrentActor, Refusals } from '@mantianxing/platform';
import { isScenarioLive, ScenarioReader } from '@mantianxing/scenario';
import { z } from 'zod';
import { NamedPairings } from './named-pairings';
import { staffPairing } from './pairing-views';

const STATUSES: Record<NonNullable<PairingDeskQuery['state']>, PairingStatus[]> = {
  OPEN: ['ASKING', 'STALLED', 'INTENT'],
  ASKING: ['ASKING'],
  STALLED: ['STALLED'],
  INTENT: ['INTENT'],
  ENDED: ['DECLINED', 'NOT_LANDED', 'LAPSED'],
};

/** 对接跟进: who is silent, what is late, and the matchmaker's ways on. */
@ApiTags('对接跟进')
@Controller('api')
export class PairingDeskController {
  constructor(
    private readonly consents: ReadConsents,
    private readonly named: NamedPairings,
    private readonly pairings: ReadPairings,
    private readonly steer: SteerPairing,
    private readonly changeMembers: ChangeMembers,
    private readonly scenarios: ScenarioReader,
    private readonly capabilities: CapabilityReader,
    private readonly calendar: CalendarCoverage,
  ) {}

  @Get('pairings/desk')
  @Answers(PairingDeskView)
  @Refusals(401, 403, 422)
  async desk(@CurrentActor() actor: Actor, @Query({ schema: PairingDeskQuery }) { state = 'OPEN', mine }: PairingDeskQuery): Promise<PairingDeskView> {
    const [rows, counts] = await Promise.all([
      this.consents.desk(actor, STATUSES[state], mine ? actor.accountId : undefined),
      this.consents.counts(actor),
    ]);
    return { items: (await this.named.of(rows)).map((one) => staffPairing(one, actor.accountId)), counts };
  }

  @Post('pairings/:id/reask')
  @HttpCode(200)
  @Answers(PairingStepView)
  @Refusals(401, 403, 404, 409, 422)
  async reask(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) pairingId: string,
    @Body({ schema: ReaskPairing }) { version, reason = '', leaveOut = [] }: ReaskPairing,
  ): Promise<PairingStepView> {
    return this.steer.reask({ actor, pairingId, version, reason, leaveOut }, await this.sidesNow(pairingId, leaveOut));
  }

  @Post('pairings/:id/members')
  @HttpCode(200)
  @Answers(PairingStepView)
  @Refusals(401, 403, 404, 409, 422)
  async members(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) pairingId: string,
    @Body({ schema: ChangePairingMembers }) { version, takeIn, leaveOut = [], reason = '' }: ChangePairingMembers,
  ): Promise<PairingStepView> {
    const sides = await this.sidesNow(pairingId, leaveOut);
    const newcomers = await this.capabilities.byIds([...new Set(takeIn)]);
    const isThere = newcomers.length === takeIn.length && newcomers.every(isCapabilityListed);
    const order = {
      ...{ actor, pairingId, version, reason, leaveOut },
      takeIn: newcomers.map(({ id: capabilityId, firmId }) => ({ capabilityId, firmId })),
      demandOrganizationId: sides.demandOrganizationId,
    };
    return this.changeMembers.execute(order, { ...sides, capabilityLive: sides.capabilityLive && isThere });
  }

  @Post('pairings/:id/end')
  @HttpCode(200)
  @Answers(PairingStepView)
  @Refusals(401, 403, 404, 409, 422)
  end(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) pairingId: string,
    @Body({ schema: EndPairing }) { version, reason }: EndPairing,
  ): Promise<PairingStepView> {
    return this.steer.end({ actor, pairingId, version, reason });
  }

  /** Whether due dates rest on a published calendar. */
  @Get('working-days')
  @Answers(WorkingDayCoverageView)
  @Refusals(401, 403)
  workingDays(): Promise<WorkingDayCoverageView> {
    return this.calendar.execute();
  }

  /** Whether those who will be asked again are still open, read in this moment. */
  private async sidesNow(pairingId: string, leaveOut: readonly string[]): Promise<SidesNow & { demandOrganizationId: string }> {
    const pairing = await this.pairings.byId(pairingId);
    if (!pairing) return { scenarioLive: false, capabilityLive: false, demandOrganizationId: '' };
    const ids = pairing.members.filter(({ firmId }) => !leaveOut.includes(firmId)).map(({ capabilityId }) => capabilityId);
    const [scenario, capabilities] = await Promise.all([this.scenarios.byId(pairing.scenarioId), this.capabilities.byIds(ids)]);
    return {
      scenarioLive: scenario !== null && isScenarioLive(scenario),
      capabilityLive: capabilities.length === ids.length && capabilities.every(isCapabilityListed),
      demandOrganizationId: scenario?.organizationId ?? '',
    };
  }
}
