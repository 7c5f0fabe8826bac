import { Module } from '@nestjs/common';
import { MemorySignInAttempts } from './attempts/memory-sign-in-attempts';
import { AccountRepository } from './domain/account.repository';
import { LinkTokens } from './domain/link-tokens';
import { PersonalData } from './domain/personal-data';
import { PasswordHasher } from './domain/password-hasher';
import { RecipientDirectory } from './domain/recipient-directory';
import { SessionShelf } from './domain/session-shelf';
import { SignInAttempts } from './domain/sign-in-attempts';
import { Argon2PasswordHasher } from './passwords/argon2-password-hasher';
import { TypeormAccountRepository } from './persistence/typeorm-account.repository';
import { TypeormLinkTokens } from './persistence/typeorm-link-tokens';
import { TypeormPersonalData } from './persistence/typeorm-personal-data';
import { TypeormRecipientDirectory } from './persistence/typeorm-recipient-directory';
import { TypeormSessionShelf } from './persistence/typeorm-session-shelf';
import { CreateAccount } from './use-cases/create-account';
import { FindActor } from './use-cases/find-actor';
import { RemovePersonalData } from './use-cases/remove-personal-data';
import { SignIn } from './use-cases/sign-in';

/** Accounts on PostgreSQL. Needs PlatformModule and DatabaseModule (with ACCOUNT_ENTITIES) in the app. */
@Module({
  providers: [
    { provide: AccountRepository, useClass: TypeormAccountRepository },
    { provide: RecipientDirectory, useClass: TypeormRecipientDirectory },
    { provide: SessionShelf, useClass: TypeormSessionShelf },
    { provide: PersonalData, useClass: TypeormPersonalData },
    { provide: LinkTokens, useClass: TypeormLinkTokens },
    { provide: PasswordHasher, useClass: Argon2PasswordHasher },
    { provide: SignInAttempts, useClass: MemorySignInAttempts },
    SignIn,
    FindActor,
    CreateAccount,
    RemovePersonalData,
  ],
  exports: [SignIn, FindActor, CreateAccount, LinkTokens, PersonalData, RecipientDirectory, RemovePersonalData, SessionShelf],
})
export class AccountModule {}
