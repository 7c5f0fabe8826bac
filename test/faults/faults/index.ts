import type { Stack } from '../stack';
import { DATABASE_ENDS } from './database-ends';
import type { Fault } from './fault';
import { FREEZES } from './freezes';
import { SUDDEN_ENDS } from './sudden-ends';

export const FAULTS: Fault[] = [...SUDDEN_ENDS, ...DATABASE_ENDS, ...FREEZES];

/** The faults a stack can suffer; short runs leave out what takes half a minute and more. */
export const faultsFor = (stack: Stack, short: boolean): Fault[] =>
  FAULTS.filter((fault) => fault.concerns(stack) && !(short && fault.long));
