import { optionsMapTexts } from '../i18n/options-map-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { MapCard } from './maps/MapCard.tsx';
import { MapEditor } from './maps/MapEditor.tsx';
import type { SectionProps } from './model.ts';

/** Every map with what it reads and how sure that is; one of them may be open for editing. */
export function MapsSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsMapTexts, model.language);
  if (model.draft) {
    return (
      <MapEditor key={model.draft.editedId ?? 'new'} model={model} actions={actions} draft={model.draft} />
    );
  }
  return (
    <>
      <div className="sb-maps-intro">
        <p className="sb-hint">{t.intro}</p>
        <span className="sb-spring" />
        <Button icon="plus" data={{ 'data-new-map': '' }} onPress={actions.newMap}>
          {t.newMap}
        </Button>
      </div>
      <ul className="sb-map-cards">
        {model.maps.map((map) => (
          <MapCard key={map.id} map={map} language={model.language} actions={actions} />
        ))}
      </ul>
    </>
  );
}
