import { Module, type Provider } from '@nestjs/common';
import { AccountRepository } from './domain/account.repository';
import { ExternalIdentities } from './domain/external-identities';
import { KnownDevices } from './domain/known-devices';
import { LinkTokens } from './domain/link-tokens';
import { PersonalData } from './domain/personal-data';
import { Members } from './domain/members';
import { PasswordGuesses } from './domain/password-guesses';
import { PasswordHasher } from './domain/password-hasher';
import { RecipientDirectory } from './domain/recipient-directory';
import { FactorCodes, SecondFactors } from './domain/second-factors';
import { SessionShelf } from './domain/session-shelf';
import { SignInAttempts } from './domain/sign-in-attempts';
import { OtpFactorCodes } from './factors/otp-factor-codes';
import { Argon2PasswordHasher } from './passwords/argon2-password-hasher';
import { ZxcvbnPasswordGuesses } from './passwords/zxcvbn-password-guesses';
import { TypeormAccountRepository } from './persistence/typeorm-account.repository';
import { TypeormExternalIdentities } from './persistence/typeorm-external-identities';
import { TypeormKnownDevices } from './persistence/typeorm-known-devices';
import { TypeormLinkTokens } from './persistence/typeorm-link-tokens';
import { TypeormPersonalData } from './persistence/typeorm-personal-data';
import { TypeormMembers } from './persistence/typeorm-members';
import { TypeormRecipientDirectory } from './persistence/typeorm-recipient-directory';
import { TypeormSecondFactors } from './persistence/typeorm-second-factors';
import { TypeormSessionShelf } from './persistence/typeorm-session-shelf';
import { TypeormSignInAttempts } from './persistence/typeorm-sign-in-attempts';
import { AcceptInvitation } from './use-cases/accept-invitation';
import { AskPasswordReset } from './use-cases/ask-password-reset';
import { ChangeMembership } from './use-cases/change-membership';
import { ChangePassword } from './use-cases/change-password';
import { CheckFactor } from './use-cases/check-factor';
import { ConfirmPassword } from './use-cases/confirm-password';
import { CreateAccount } from './use-cases/create-account';
import { EnrolFactor } from './use-cases/enrol-factor';
import { FactorStanding } from './use-cases/factor-standing';
import { FindActor } from './use-cases/find-actor';
import { RemovePersonalData } from './use-cases/remove-personal-data';
import { FindMembersHome } from './use-cases/find-members-home';
import { InviteMember } from './use-cases/invite-member';
import { ListMembers } from './use-cases/list-members';
import { NoteDevice } from './use-cases/note-device';
import { OwnIdentity } from './use-cases/own-identity';
import { ReadAccount } from './use-cases/read-account';
import { RemindRecertification } from './use-cases/remind-recertification';
import { RemoveFactor } from './use-cases/remove-factor';
import { SignIn } from './use-cases/sign-in';
import { SignInWithIdentity } from './use-cases/sign-in-with-identity';
import { TakeNewPassword } from './use-cases/take-new-password';

const ADAPTERS: Provider[] = [
  { provide: AccountRepository, useClass: TypeormAccountRepository },
  { provide: Members, useClass: TypeormMembers },
  { provide: RecipientDirectory, useClass: TypeormRecipientDirectory },
  { provide: SessionShelf, useClass: TypeormSessionShelf },
  { provide: PersonalData, useClass: TypeormPersonalData },
  { provide: LinkTokens, useClass: TypeormLinkTokens },
  { provide: SecondFactors, useClass: TypeormSecondFactors },
  { provide: ExternalIdentities, useClass: TypeormExternalIdentities },
  { provide: KnownDevices, useClass: TypeormKnownDevices },
  { provide: SignInAttempts, useClass: TypeormSignInAttempts },
  { provide: PasswordHasher, useClass: Argon2PasswordHasher },
  { provide: PasswordGuesses, useClass: ZxcvbnPasswordGuesses },
  { provide: FactorCodes, useClass: OtpFactorCodes },
];

/** What every app may ask: who acts, who is told, what a link opens. */
const READING: Provider[] = [SignIn, FindActor, CreateAccount, RemovePersonalData];

/** Accounts on PostgreSQL. Needs PlatformModule and DatabaseModule (with ACCOUNT_ENTITIES) in the app. */
@Module({
  providers: [...ADAPTERS, ...READING],
  exports: [SignIn, FindActor, CreateAccount, LinkTokens, PersonalData, RecipientDirectory, RemovePersonalData, SessionShelf],
})
export class AccountModule {}

const USE_CASES = [
  ...[AcceptInvitation, AskPasswordReset, ChangeMembership, ChangePassword, CheckFactor, EnrolFactor, FactorStanding],
  ...[InviteMember, ListMembers, NoteDevice, OwnIdentity, ReadAccount, RemindRecertification, RemoveFactor, SignInWithIdentity],
];

/** What people do with accounts. Needs OutboxModule beside what AccountModule needs; for portal and worker. */
@Module({
  imports: [AccountModule],
  providers: [...ADAPTERS, ...USE_CASES, ConfirmPassword, FindMembersHome, TakeNewPassword],
  exports: [...USE_CASES, AccountModule, KnownDevices, Members, SignInAttempts],
})
export class AccountCareModule {}
