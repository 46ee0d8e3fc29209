import { optionsTexts } from '../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Chip, EmptyLine, Line } from '../ui/Marks.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { SectionProps } from './model.ts';

/** Which marketplaces' pages are read, how sure that is, and since when. */
export function MapsSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const { language } = model;
  return (
    <div className="sb-card">
      <p className="sb-hint">{t.mapsIntro}</p>
      {model.maps.length === 0 && <EmptyLine>—</EmptyLine>}
      <ul className="sb-maps">
        {model.maps.map((map) => {
          const name = inLanguage(map.name, language);
          return (
            <li key={map.id} data-market={map.id} data-state={map.state}>
              <div className="sb-map-text">
                <p>
                  <strong>{name}</strong>
                  <Chip tone={map.level === 'low' ? 'warn' : map.level === 'high' ? 'accent' : 'info'}>
                    {t.level[map.level]}
                  </Chip>
                  {map.pages.map((page) => (
                    <Chip key={page.en}>{inLanguage(page, language)}</Chip>
                  ))}
                  {map.state === 'needs-permission' && <Chip tone="warn">{t.needsPermission}</Chip>}
                </p>
                <p className="sb-hint">{[t.seen(map.seen), map.note].filter(Boolean).join(' · ')}</p>
                <p className="sb-hint sb-hosts">{map.hosts.join('  ')}</p>
                {map.broken && (
                  <Line tone="warn" icon="alert">
                    {inLanguage(map.broken, language)}
                  </Line>
                )}
              </div>
              <Switch
                label={t.switchMap(name)}
                on={map.state === 'on'}
                onChange={(on) => actions.setMap(map.id, on)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
