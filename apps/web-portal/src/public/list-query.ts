import type { z } from 'zod';

/**
 * The filters an address carries, by the list's contract. An address that people typed or shared is read
 * kindly: unknown names and unusable values are left out instead of refused.
 */
export function readListQuery<T extends z.ZodRawShape>(
  contract: z.ZodObject<T>,
  raw: Record<string, unknown>,
): z.infer<z.ZodObject<T>> {
  const entries = Object.entries(contract.shape).flatMap(([name, field]) => {
    const value = Array.isArray(raw[name]) ? raw[name][0] : raw[name];
    if (value === undefined || value === '') return [];
    const read = (field as unknown as z.ZodType).safeParse(value);
    return read.success && read.data !== '' ? [[name, read.data]] : [];
  });
  return Object.fromEntries(entries) as z.infer<z.ZodObject<T>>;
}
