import { SetMetadata } from '@nestjs/common';
import type { RoleLetter } from '@mantianxing/contracts';

export const ALLOW = 'portal:allow';

/** `P` is everybody, `SIGNED_IN` anyone with an account; other letters are roles as MODEL.md writes them. */
export type Access = RoleLetter | 'SIGNED_IN';

/** Who may call a route. Every route carries one, or the portal does not start. */
export const Allow = (...who: [Access, ...Access[]]): MethodDecorator & ClassDecorator => SetMetadata(ALLOW, who);
