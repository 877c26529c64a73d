import { composeModules, migrateApp } from '../app.ts';
import { AppError } from '../kernel/app-error.ts';
import { localDateAt } from '../kernel/local-date.ts';
import type { Actor } from '../kernel/permissions.ts';
import { withPlatform } from './with-platform.ts';

const SYSTEM: Actor = { type: 'system' };

/**
 * Enters the supervising office and the first administrator of a new installation, and prints a password that must be changed at the
 * first sign-in. @throws AppError `already-set-up` when there are units already
 */
export async function setUp(unitName: string, account: string, name: string): Promise<void> {
  await withPlatform(async (platform) => {
    const modules = composeModules(platform);
    await migrateApp(platform, modules);
    const { units, people, grants } = modules.organisations.service;
    if ((await units.all()).length > 0) {
      throw new AppError(
        'already-set-up',
        409,
        '这个系统已有单位和人员，不能再次初始化；请由系统管理员在工作台里增加账号。',
      );
    }
    const unit = await units.create(SYSTEM, {
      code: 'office',
      name: unitName,
      shortName: unitName,
      kind: 'government',
      parentId: null,
      isOffice: true,
      sort: 10,
      fromOn: null,
      toOn: null,
      aliases: [],
    });
    const person = await people.create(SYSTEM, {
      account,
      name,
      email: null,
      phone: null,
      unitId: unit.id,
      sectionId: null,
      position: null,
      skills: null,
      reserve: false,
    });
    const fromOn = localDateAt(platform.clock.now());
    for (const role of ['administrator', 'supervisor'] as const) {
      await grants.give(SYSTEM, person.id, { unitId: unit.id, role, fromOn, toOn: null, actingFor: null });
    }
    const password = await modules.signIn.service.passwords.reset(SYSTEM, person.id);
    process.stdout.write(`账号：${account}\n初始口令（仅显示这一次，首次登录后须修改）：${password}\n`);
  });
}
