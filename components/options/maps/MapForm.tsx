import { platforms } from '../../../rules/platform.ts';
import { pageKinds } from '../../../storage/health.ts';
import { pageName } from '../../../storage/page-names.ts';
import { platformName } from '../../i18n/platform-names.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import type { Editing } from './editing.ts';
import { emptyEntry } from './entry-shape.ts';
import { listAt } from './json-value.ts';
import { PageForm } from './PageForm.tsx';
import { AddBox, ChoiceBox, TextBox } from './TextBox.tsx';

/** The draft as a form. What the form has no control for stays as it is in the document. */
export function MapForm({ edit, isNew }: { edit: Editing; isNew: boolean }) {
  const { t, language } = edit;
  const pages = listAt(edit.doc, ['pages']);
  const hosts = listAt(edit.doc, ['hosts']);
  // Of the document as a whole: a key nobody knows, a list that is empty.
  const whole = edit.faults.filter((fault) =>
    ['', 'pages', 'hosts', 'name', 'evidence'].includes(fault.place),
  );
  return (
    <div className="sb-map-form">
      {whole.length > 0 && (
        <div className="sb-error" role="alert">
          {whole.map((fault) => (
            <p key={fault.text.en}>{fault.text[language]}</p>
          ))}
        </div>
      )}
      <div className="sb-form">
        <TextBox edit={edit} path={['name', 'zh-CN']} label={t.nameZh} />
        <TextBox edit={edit} path={['name', 'en']} label={t.nameEn} />
        <TextBox
          edit={edit}
          path={['id']}
          label={t.id}
          hint={isNew ? t.idHint : undefined}
          mono
          readOnly={!isNew}
        />
        <ChoiceBox
          edit={edit}
          path={['platform']}
          label={t.platform}
          choices={platforms.map((value) => ({ value, name: platformName(value, language) }))}
        />
        <TextBox edit={edit} path={['evidence', 'seen']} label={t.seenDate} />
        <TextBox edit={edit} path={['evidence', 'note']} label={t.note} optional />
      </div>
      <section className="sb-hosts-form" aria-label={t.hosts}>
        <h3>{t.hosts}</h3>
        <p className="sb-hint">{t.hostsHint}</p>
        <ul>
          {hosts.map((host, i) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the address is being typed and would lose the caret
              key={i}
            >
              <TextBox edit={edit} path={['hosts', i]} label={`${t.hosts} ${i + 1}`} hideLabel mono />
              <IconButton
                icon="trash"
                label={t.removeHost(typeof host === 'string' ? host : '')}
                disabled={hosts.length === 1}
                onPress={() => edit.remove(['hosts', i])}
              />
            </li>
          ))}
        </ul>
        <Button icon="plus" kind="quiet" onPress={() => edit.set(['hosts', hosts.length], 'https://')}>
          {t.addHost}
        </Button>
      </section>
      <h3>{t.pagesTitle}</h3>
      {pages.map((_, i) => (
        <PageForm
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
          key={i}
          edit={edit}
          path={['pages', i]}
          index={i}
          count={pages.length}
          startsOpen={pages.length === 1}
        />
      ))}
      <AddBox
        label={t.addPage}
        options={pageKinds.map((kind) => ({ value: kind, name: pageName(kind)[language] }))}
        onAdd={(value) => {
          const kind = pageKinds.find((one) => one === value);
          if (kind) edit.set(['pages', pages.length], emptyEntry(kind));
        }}
      />
    </div>
  );
}
