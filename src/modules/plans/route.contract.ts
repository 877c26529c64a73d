export {
  day,
  flag,
  id,
  idParams,
  instant,
  PersonRef,
  pageOf,
  pageQuery,
  type Route,
  routes,
  UnitRef,
  version,
} from '../../kernel/route.contract.ts';
