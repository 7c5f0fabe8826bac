import { parseThesaurus } from '../domain/parse-thesaurus';
import { termId } from '../domain/term-vector';
import type { Thesaurus } from '../domain/thesaurus';
import { CARE_AND_CLINICS } from './care-and-clinics';
import { CITY } from './city';
import { CONTENT } from './content';
import { DATA_AI } from './data-ai';
import { DIGITAL_INDUSTRY } from './digital-industry';
import { ENERGY } from './energy';
import { ENVIRONMENT_HEALTH } from './environment-health';
import { EVERYDAY_AND_ENGLISH } from './everyday-and-english';
import { FINANCE_BUSINESS } from './finance-business';
import { GOVERNMENT } from './government';
import { INDUSTRY } from './industry';
import { LEARNING_AND_CULTURE } from './learning-and-culture';
import { MEDIA_CHAIN_AND_SPACE } from './media-chain-and-space';
import { MODELS_AND_DATA } from './models-and-data';
import { NATURE_AND_VILLAGES } from './nature-and-villages';
import { OFFICE_AND_HOTLINE } from './office-and-hotline';
import { PEOPLE } from './people';
import { POWER_AND_PARKS } from './power-and-parks';
import { PRODUCTION } from './production';
import { PRODUCTS } from './products';
import { PUBLIC_AFFAIRS } from './public-affairs';
import { ROADS_AND_BUILDINGS } from './roads-and-buildings';
import { RULES_AND_RESEARCH } from './rules-and-research';
import { SECTOR_SUPPLEMENT } from './sector-supplement';
import { SOFTWARE_SECURITY } from './software-security';
import { STREETS_AND_EMERGENCY } from './streets-and-emergency';
import { TRADE_AND_MONEY } from './trade-and-money';
import { TRUSTED_IT_SERVICES } from './trusted-it-services';
import { WORDING } from './wording';
import { WORKSHOP_AND_DESIGN } from './workshop-and-design';

const FILES: readonly string[] = [
  GOVERNMENT, CITY, INDUSTRY, ENERGY, DATA_AI, SOFTWARE_SECURITY, FINANCE_BUSINESS, PEOPLE, CONTENT, WORDING,
  PUBLIC_AFFAIRS, ENVIRONMENT_HEALTH, PRODUCTION, DIGITAL_INDUSTRY, PRODUCTS, OFFICE_AND_HOTLINE,
  STREETS_AND_EMERGENCY, ROADS_AND_BUILDINGS, NATURE_AND_VILLAGES, CARE_AND_CLINICS, LEARNING_AND_CULTURE,
  WORKSHOP_AND_DESIGN, POWER_AND_PARKS, TRADE_AND_MONEY, MODELS_AND_DATA, TRUSTED_IT_SERVICES, MEDIA_CHAIN_AND_SPACE,
  RULES_AND_RESEARCH, EVERYDAY_AND_ENGLISH, SECTOR_SUPPLEMENT,
];

/** The thesaurus that comes with the product. Its version follows from its content. */
export function fieldThesaurus(): Thesaurus {
  return { version: `t${termId(FILES.join('\n')).toString(36)}`, concepts: FILES.flatMap(parseThesaurus) };
}
