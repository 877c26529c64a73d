import { decisions } from './decisions.ts';
import { erasure } from './erasure.ts';
import { fieldIndex } from './field-index.ts';
import { issuerUnits } from './issuer-units.ts';
import { publicForm } from './public-form.ts';
import { publications } from './publications.ts';
import { terms } from './terms.ts';

export const publicationsMigrations = [publications, decisions, publicForm, erasure, terms, issuerUnits, fieldIndex];
