import { AskConsentsHandler } from '../consents/ask-consents.handler';
import { SettleAnswersHandler } from '../consents/settle-answers.handler';
import { DeliverHandler } from './deliver.handler';
import { GroupNews } from './group-news';
import type { NoticeWriter } from './notice-writer';
import { ConsentFacts } from './consent-facts';
import { MailLinks } from './mail-links';
import { NotifyCapabilityStaled } from './notify-capability-staled';
import { NotifyConsentAnswered } from './notify-consent-answered';
import { NotifyConsentAsked } from './notify-consent-asked';
import { NotifyConsentReminded } from './notify-consent-reminded';
import { NotifyConsentRevoked } from './notify-consent-revoked';
import { DueFacts } from './due-facts';
import { NotifyDueEscalated, NotifyDuePassed } from './notify-due';
import { NotifyIntroductionMade } from './notify-introduction-made';
import { NotifyPairingDeclined, NotifyPairingNotLanded, NotifyPairingStalled } from './notify-pairing-ended';
import { NotifyPairingLapsed } from './notify-pairing-lapsed';
import { NotifyRecertificationDue } from './notify-recertification-due';
import { NotifyScenarioApproved } from './notify-scenario-approved';
import { NotifyScenarioExpired, NotifyScenarioNotLanded, NotifyScenarioShut } from './notify-scenario-over';
import { NotifyScenarioPublished } from './notify-scenario-published';
import { NotifyScenarioReturned } from './notify-scenario-returned';
import { NotifyScenarioSubmitted } from './notify-scenario-submitted';
import { NotifyScenarioWithdrawn } from './notify-scenario-withdrawn';
import { NotifySuggestionsProposed } from './notify-suggestions-proposed';
import { NOTICE_WRITERS, NotifyHandler } from './notify.handler';
import { PairingSides } from './pairing-sides';
import { Reviewers } from './reviewers';
import { ScenarioFacts } from './scenario-facts';
import { StillHolds } from './still-holds';

const WRITERS = [
  NotifyScenarioSubmitted,
  NotifyScenarioReturned,
  NotifyScenarioApproved,
  NotifyScenarioPublished,
  NotifyScenarioWithdrawn,
  NotifySuggestionsProposed,
  NotifyConsentAsked,
  NotifyConsentReminded,
  NotifyConsentAnswered,
  NotifyConsentRevoked,
  NotifyIntroductionMade,
  NotifyPairingDeclined,
  NotifyPairingNotLanded,
  NotifyPairingStalled,
  NotifyPairingLapsed,
  NotifyRecertificationDue,
  NotifyDuePassed,
  NotifyDueEscalated,
  NotifyCapabilityStaled,
  NotifyScenarioShut,
  NotifyScenarioExpired,
  NotifyScenarioNotLanded,
];

/** The handlers of the queue `notifications`. */
export const NOTIFICATION_HANDLERS = [AskConsentsHandler, SettleAnswersHandler, NotifyHandler, DeliverHandler];

/** What those handlers are made of. */
export const NOTIFICATION_PROVIDERS = [
  ...WRITERS,
  ScenarioFacts,
  PairingSides,
  Reviewers,
  StillHolds,
  GroupNews,
  ConsentFacts,
  DueFacts,
  MailLinks,
  { provide: NOTICE_WRITERS, inject: WRITERS, useFactory: (...writers: NoticeWriter[]) => writers },
];
