//! What entities stand with.

use crate::model::{Edition, Kind};
use crate::order::sorted;

/// Those that the most articles mention together with an entity: each by its index, and in how many articles. Of those
/// in equally many, the one that is spoken of more where both are comes first. Days and quantities are left out: every
/// article has some.
#[must_use]
pub fn company(edition: &Edition, entity: usize, limit: usize) -> Vec<(usize, usize)> {
    let mut together = vec![(0, 0); edition.entities.len()];
    for head in &edition.heads {
        let own = head.entities.iter().find(|(it, _)| *it as usize == entity);
        let Some((_, own)) = own else { continue };
        for (other, times) in &head.entities {
            if let Some((articles, closeness)) = together.get_mut(*other as usize) {
                *articles += 1;
                *closeness += (*times).min(*own);
            }
        }
    }
    let is_company = |index: usize| {
        let kind = edition.entities.get(index).map(|it| &it.kind);
        index != entity && !matches!(kind, Some(Kind::Date | Kind::Quantity))
    };
    let counted = together.into_iter().enumerate();
    let counted = counted.filter(|(index, (articles, _))| *articles > 0 && is_company(*index));
    let mut company = sorted(counted.collect(), |a, b| b.1.cmp(&a.1));
    company.truncate(limit);
    company.into_iter().map(|(index, (articles, _))| (index, articles)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Entity, EntityId, Head};

    #[test]
    fn the_closest_come_first() {
        let kinds = [Kind::Person, Kind::Place, Kind::Date, Kind::Work, Kind::Event];
        let entity = |kind: Kind| Entity {
            id: EntityId::new(kind.as_str()),
            name: kind.as_str().to_owned(),
            kind,
            aliases: Vec::new(),
            value: None,
        };
        let head =
            |entities: &[(u32, u32)]| Head { entities: entities.to_vec(), ..Head::default() };
        let edition = Edition {
            entities: kinds.map(entity).to_vec(),
            heads: vec![
                head(&[(0, 3), (1, 1), (2, 9), (3, 2)]),
                head(&[(0, 1), (4, 1)]),
                head(&[(1, 8), (3, 8)]),
            ],
            ..Edition::default()
        };
        assert_eq!(company(&edition, 0, 9), [(3, 1), (1, 1), (4, 1)]);
        assert_eq!(company(&edition, 1, 1), [(3, 2)]);
        assert_eq!(company(&edition, 9, 9), []);
    }
}
