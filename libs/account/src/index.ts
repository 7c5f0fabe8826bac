export { AccountModule } from './account.module';
export { LinkTokens, LINK_PURPOSES, type Link, type LinkKey, type LinkPurpose } from './domain/link-tokens';
export { RecipientDirectory, type Recipient } from './domain/recipient-directory';
export { SessionShelf } from './domain/session-shelf';
export { ACCOUNT_ENTITIES } from './persistence/account.entities';
export { CreateAccount, type CreateAccountRequest } from './use-cases/create-account';
export { FindActor } from './use-cases/find-actor';
export { SignIn, type SignInRequest } from './use-cases/sign-in';
