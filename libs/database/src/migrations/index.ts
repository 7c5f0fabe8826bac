export { Foundation1763800000000 } from './1763800000000-foundation';
export { OrganizationsAndAccounts1763800001000 } from './1763800001000-organizations-and-accounts';
export { Outbox1763800002000 } from './1763800002000-outbox';
export { Scenarios1763800003000 } from './1763800003000-scenarios';
export { Capabilities1763800004000 } from './1763800004000-capabilities';
export { SuggestionsAndPairings1763800005000 } from './1763800005000-suggestions-and-pairings';
export { Notifications1763800006000 } from './1763800006000-notifications';
export { Search1763800010000 } from './1763800010000-search';
