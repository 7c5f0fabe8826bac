import { Inject, Injectable, Logger } from '@nestjs/common';
import type { ProvenIdentity } from './oidc-identity';
import { DomainError } from '@mantianxing/contracts';
import { ENV, OutboundGuard, type Env } from '@mantianxing/platform';
import * as openid from 'openid-client';

/** What this browser must bring back with the provider's answer. */
export interface OidcErrand {
  state: string;
  nonce: string;
  verifier: string;
}

const LONGEST_WAIT_SECONDS = 10;

/**
 * The operator's own provider (OpenID Connect): code flow with PKCE, state and nonce. It is asked what it offers at the
 * first sign-in, not at start: a provider that is away stops nobody who signs in with a password.
 */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger('oidc');
  private offered: Promise<openid.Configuration> | undefined;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly out: OutboundGuard,
  ) {}

  get redirectUri(): string {
    return new URL('/sign-in/oidc/callback', this.env.PUBLIC_URL).href;
  }

  /** Where the browser goes now, and what it must bring back. Throws 404 where no provider is set, OIDC_AWAY (503). */
  async begin(): Promise<{ url: string; errand: OidcErrand }> {
    const config = await this.configuration();
    const errand = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: this.redirectUri,
      scope: 'openid email profile',
      code_challenge: await openid.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
      state: errand.state,
      nonce: errand.nonce,
    });
    return { url: url.href, errand };
  }

  /** Whom the provider has recognised. Throws OIDC_REFUSED (401), OIDC_AWAY (503). */
  async finish(query: string, { state, nonce, verifier }: OidcErrand): Promise<ProvenIdentity> {
    const config = await this.configuration();
    const back = new URL(this.redirectUri);
    back.search = query;
    try {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await openid.authorizationCodeGrant(config, back, checks);
      const claims = tokens.claims();
      if (!claims) throw new Error('no claims');
      const told = claims.email === undefined && config.serverMetadata().userinfo_endpoint
        ? await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
        : claims;
      const isVerified = told.email_verified === true && typeof told.email === 'string';
      return { issuer: claims.iss, subject: claims.sub, verifiedEmail: isVerified ? String(told.email) : null };
    } catch (error) {
      this.logger.warn(`refused: ${error instanceof Error ? error.message : String(error)}`);
      throw new DomainError('OIDC_REFUSED', 401, '统一身份认证没有成功，请重新登录。');
    }
  }

  private configuration(): Promise<openid.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.env;
    if (!OIDC_ISSUER) throw new DomainError('NO_PROVIDER', 404, '本平台未启用统一身份认证。');
    this.offered ??= this.discover(OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET).catch((error: unknown) => {
      this.offered = undefined;
      this.logger.warn(`away: ${error instanceof Error ? error.message : String(error)}`);
      throw new DomainError('OIDC_AWAY', 503, '统一身份认证暂时联系不上，请稍后再试，或用账号密码登录。');
    });
    return this.offered;
  }

  private discover(issuer: string, id: string, secret: string): Promise<openid.Configuration> {
    return openid.discovery(new URL(issuer), id, secret, undefined, {
      timeout: LONGEST_WAIT_SECONDS,
      // Plain http is the guard's to judge: it lets none out but to hosts the operator has named.
      execute: issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [],
      [openid.customFetch]: this.out.fetch as never,
    });
  }
}
