import { PageTitle } from './components/blocks.tsx';
import { displayHref } from './display.ts';
import type { Site } from './site.ts';

/** What the site does for people who see, hear, move or read differently (无障碍环境建设法 art. 32; GB/T 37668-2019). */
export function AccessibilityBody({ site }: { site: Site }) {
  return (
    <>
      <PageTitle
        title="无障碍声明"
        lead="我们希望每个人都能看到、读懂和使用这里的内容，无论用什么设备、有怎样的身体条件。"
      />
      <div class="wrap prose">
        <h2>换一种看法</h2>
        <ul>
          <li>
            <a href={displayHref({ type: 'large', contrast: 'standard' }, '/accessibility')} rel="nofollow">
              打开大字版
            </a>
            ：文字放大到 18 磅，行距加宽，版面改为一列。
          </li>
          <li>
            <a href={displayHref({ type: 'standard', contrast: 'high' }, '/accessibility')} rel="nofollow">
              打开高对比配色
            </a>
            ：黑底白字，链接为黄色。
          </li>
          <li>
            <a href={displayHref({ type: 'standard', contrast: 'standard' }, '/accessibility')} rel="nofollow">
              恢复标准显示
            </a>
            。
          </li>
        </ul>
        <p>每一页的右上角也有这两个开关。选择保存在您的浏览器里，一年内有效，不记录您是谁。</p>

        <h2>只用键盘</h2>
        <ul>
          <li>按 Tab 键逐个到达链接、按钮和输入框，按回车键打开；当前位置有明显的边框。</li>
          <li>每页第一个链接是“跳到主要内容”，可越过导航。</li>
          <li>
            关闭 JavaScript 后所有功能照常使用；本站的脚本只用来在检索框下显示联想词，可用方向键选择、按 Esc 键收起。
          </li>
        </ul>

        <h2>使用读屏软件</h2>
        <ul>
          <li>页面分为页首、导航、主要内容和页脚，标题逐级排列，可按标题或区域跳转。</li>
          <li>每张图都有文字说明，或者紧跟着一张内容相同的表格。</li>
          <li>状态同时用文字、形状和颜色表示，不靠颜色区分。</li>
          <li>没有验证码，没有自动播放，没有弹出窗口，没有广告。</li>
        </ul>

        <h2>我们依照的标准</h2>
        <p>
          本站按照《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）一级要求和 WCAG 2.1 AA
          级设计，每次发布前用自动工具检查全部页面，并用键盘走查。这是自我检查的结果，尚未经第三方评测。
        </p>

        <h2>还不够好的地方</h2>
        <ul>
          <li>任务附带的外部网址由各单位提供，我们无法保证那些页面的无障碍程度。</li>
          <li>下载的 CSV 文件需要用表格软件打开；同样的内容在任务列表页上也能看到。</li>
        </ul>

        <h2>遇到困难</h2>
        <p>
          请联系{site.sponsor ?? '主办单位'}
          {site.phone ? `，电话 ${site.phone}` : '（联系方式见页脚）'}
          ，我们会用您方便的方式提供同样的内容。
        </p>
      </div>
    </>
  );
}
