import { describe, expect, it } from 'vitest';
import { evidenceRefusal } from './evidence-file.ts';

const OOXML = 'application/vnd.openxmlformats-officedocument';

describe('evidence files', () => {
  it.each([
    ['application/pdf', '公示.PDF'],
    ['application/ofd', '红头文件.ofd'],
    ['application/msword', '总结.wps'],
    [`${OOXML}.wordprocessingml.document`, '总结.docx'],
    ['application/vnd.ms-excel', '台账.et'],
    ['text/csv', '台账.csv'],
    ['text/plain', '说明.txt'],
    ['text/plain', '没有扩展名'],
    ['image/jpeg', '现场.jpg'],
    ['video/mp4', '发布会.mp4'],
    ['application/zip', '材料.zip'],
  ])('%s named %s is taken', (mediaType, name) => expect(evidenceRefusal(mediaType, name)).toBeNull());

  it.each([
    ['application/x-msdownload', '截图.pdf', '程序或脚本'],
    ['application/x-elf', 'a', '程序或脚本'],
    ['application/java-archive', 'a.zip', '程序或脚本'],
    ['text/x-shellscript', '说明.txt', '程序或脚本'],
    ['text/plain', '清理.bat', '扩展名不符'],
    ['text/plain', '宏.vbs', '扩展名不符'],
    ['application/pdf', '公示.exe', '扩展名不符'],
    ['image/png', '公示.pdf', '内容是 png 文件'],
    ['text/html', '网页.html', '另存为 PDF'],
    ['application/xml', '图.svg', '另存为 PDF'],
    ['application/x-rar-compressed', '材料.rar', '改用 ZIP'],
    ['application/zip; contents=programs', '材料.zip', '里有程序'],
    ['application/zip; contents=unknown', '材料.zip', '重新压缩'],
    ['application/vnd.ms-word.document.macroenabled.12', '宏.docm', '可以上传：PDF'],
    ['application/x-cfb', '安装.doc', '可以上传：PDF'],
    ['application/octet-stream', '数据.bin', '可以上传：PDF'],
  ])('%s named %s is refused and told why', (mediaType, name, why) => {
    const said = evidenceRefusal(mediaType, name);
    expect(said).toContain(why);
    expect(said).toContain(name);
  });
});
