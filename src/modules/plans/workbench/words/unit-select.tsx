export { UnitSelect, UnitsSelect } from '../../../organisations/workbench/words/unit-select.tsx';
