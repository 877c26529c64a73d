import { EmptyState, FilterForm, longDay, PageTitle, Pagination } from '../../../portal/index.ts';
import type { CityRow, cityChoices } from '../receiving/city-items.store.ts';
import { CITY_PAGE_SIZE, type CityAddress, cityListHref } from './city-address.ts';
import { cityHref } from './city-library.service.ts';

type Choices = Awaited<ReturnType<typeof cityChoices>>;

export interface CityListShown {
  readonly address: CityAddress;
  readonly items: readonly CityRow[];
  readonly total: number;
  readonly choices: Choices;
}

export function CityListBody({ address, items, total, choices }: CityListShown) {
  const isFiltered = Boolean(address.q || address.from || address.unit || address.year);
  return (
    <>
      <PageTitle
        title="全市主动公开公文库"
        lead="各区、各单位主动公开并报送到本平台的公文。每一件都标明由谁报送，并可回到原发布网站核对。"
      />
      <div class="wrap">
        {(total > 0 || isFiltered) && <Filter address={address} choices={choices} isFiltered={isFiltered} />}
        {total > 0 && (
          <p>
            {isFiltered ? '找到' : '共'} <strong>{total}</strong> 件公文
          </p>
        )}
        {items.length > 0 ? <CityRows items={items} level="h2" /> : <Nothing isFiltered={isFiltered} />}
        <Pagination
          page={address.page}
          pageSize={CITY_PAGE_SIZE}
          total={total}
          href={(page) => cityListHref({ ...address, page })}
        />
      </div>
    </>
  );
}

function Filter({ address, choices, isFiltered }: { address: CityAddress; choices: Choices; isFiltered: boolean }) {
  return (
    <FilterForm
      action="/city-library"
      label="筛选公文"
      clearHref={isFiltered ? '/city-library' : undefined}
      fields={[
        { name: 'q', label: '关键词', value: address.q, hint: '标题、发文字号或正文' },
        {
          name: 'from',
          label: '报送地区',
          value: address.from ?? '',
          options: choices.peers.map(({ value, label, count }) => ({ value, label: `${label}（${count}）` })),
        },
        {
          name: 'unit',
          label: '公开单位',
          value: address.unit ?? '',
          options: choices.units.map(({ value, count }) => ({ value, label: `${value}（${count}）` })),
        },
        {
          name: 'year',
          label: '成文年份',
          value: address.year ? String(address.year) : '',
          options: choices.years.map(({ value, count }) => ({ value: String(value), label: `${value}年（${count}）` })),
        },
      ]}
    />
  );
}

export function CityRows({ items, level }: { items: readonly CityRow[]; level: 'h2' | 'h3' }) {
  const Title = level;
  return (
    <ul class="documents">
      {items.map((item) => (
        <li key={`${item.peerCode}-${item.number}`}>
          <Title class="document-title">
            <a href={cityHref(item.peerCode, item.number)}>{item.title}</a>
          </Title>
          <p class="document-meta">
            {item.status === 'withdrawn' && <span class="flag">已撤回</span>}
            {item.documentNumber && <span>{item.documentNumber}</span>}
            <span>{item.issuer ?? item.unitName}</span>
            <time dateTime={item.datedOn}>{longDay(item.datedOn)}</time>
            <span>{item.peerName}报送</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState title="没有符合条件的公文">
        <p>
          请换一个关键词，或<a href="/city-library">清除条件</a>。
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="还没有收到报送的公文">
      <p>
        有关单位把主动公开的公文报送到本平台后，会在这里列出。本平台自己公开的文件请看<a href="/library">政策文件库</a>
        。
      </p>
    </EmptyState>
  );
}
