import { z } from 'zod';

/** Anything else in an address is a page that does not exist. */
export const isId = (text: string): boolean => z.uuid().safeParse(text).success;
