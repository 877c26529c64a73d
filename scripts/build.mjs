// `npm run build`: what `npm start` does before it starts.
import { prepare } from './toolchain.mjs';

prepare();
