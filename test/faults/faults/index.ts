import type { Stack } from '../stack';
import { DATABASE_ENDS } from './database-ends';
import type { Fault } from './fault';
import { FREEZES } from './freezes';
import { LOST_DATA } from './lost-data';
import { STEPS_TO_MAIL } from './steps-to-mail';
import { STEPS_TO_PAIRING } from './steps-to-pairing';
import { SUDDEN_ENDS } from './sudden-ends';

export const FAULTS: Fault[] = [...SUDDEN_ENDS, ...DATABASE_ENDS, ...FREEZES, ...STEPS_TO_PAIRING, ...STEPS_TO_MAIL, ...LOST_DATA];

/** The faults a stack can suffer; short runs leave out what takes half a minute and more. */
export const faultsFor = (stack: Stack, short: boolean): Fault[] =>
  FAULTS.filter((fault) => fault.concerns(stack) && !(short && fault.long));
