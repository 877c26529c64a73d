/** Chinese for what the chain names by stable English words; a word not listed is shown as it is. */
const KINDS: Readonly<Record<string, string>> = {
  session: '账号',
  person: '人员',
  grant: '角色',
  unit: '单位',
  unitGroup: '单位组',
  section: '科室',
  calendar: '工作日历',
  plan: '工作要点',
  task: '任务',
  assignment: '单位任务',
  evidence: '佐证材料',
  meeting: '会议',
  actionItem: '议定事项',
  issue: '议题',
  reminder: '提醒',
  planParameter: '参数',
  keyField: '重点领域',
  calendarFeed: '日历订阅',
  lookBack: '回头看',
  audit: '审计日志',
  accessReport: '权限核查',
  termRule: '有效期规则',
  interpretationRecord: '解读台账',
  interpretationThreshold: '解读工作参数',
};

const ACTIONS: Readonly<Record<string, string>> = {
  open: '登录',
  close: '退出',
  create: '新建',
  edit: '修改',
  remove: '删除',
  read: '查看',
  give: '授予',
  end: '终止',
  handOver: '交接',
  import: '导入',
  publish: '公布',
  assign: '分派',
  report: '报送',
  accept: '核验通过',
  return: '退回',
  reopen: '重新打开',
  withdraw: '撤回',
  export: '导出',
  remind: '发送提醒',
  decide: '决定',
  declare: '申报',
  confirm: '核实',
  answer: '登记回应',
  delete: '删除',
  finish: '办结',
  lookBack: '回头看',
  link: '关联',
  markPriority: '标记重点',
  upload: '上传',
  sweepUploads: '清理未用的上传文件',
  explainLate: '说明超过公开时限的理由',
  checkAddress: '检查网址',
  revoke: '撤销',
  discardImport: '放弃导入',
  submitBreakdown: '报送分解表',
  changePassword: '修改密码',
  resetPassword: '重置密码',
  setPassword: '设置密码',
  linkIdentity: '关联统一身份',
  unlinkIdentity: '解除统一身份',
};

export const AUDIT_KINDS = Object.entries(KINDS).map(([value, label]) => ({ value, label }));

export function kindWord(kind: string): string {
  return KINDS[kind] ?? kind;
}

export function actionWord(action: string): string {
  return ACTIONS[action] ?? action;
}
