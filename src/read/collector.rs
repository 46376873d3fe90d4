//! What the formats of nested blocks do alike: whatever stands open when text comes decides what the text is.

use super::words::append;
use super::{Piece, Words};
use crate::model::{Picture, Sublist, small};

/// Makes flat pieces of nested blocks.
#[derive(Default)]
pub(super) struct Collector {
    /// What has come.
    pub(super) pieces: Vec<Piece>,
    /// The level of the heading that is open.
    pub(super) heading: Option<u8>,
    /// How many quotations are open.
    pub(super) quotes: usize,
    /// How many captions are open.
    pub(super) captions: usize,
    /// How many figures are open.
    pub(super) figures: usize,
    /// Pictures that have come and have no place yet.
    pictures: Vec<Picture>,
    /// The open lists, outermost first.
    lists: Vec<OpenList>,
    item: Item,
    /// The depth of the list whose piece takes further items.
    piece_of: Option<usize>,
}

struct OpenList {
    ordered: bool,
    /// The number of the next item.
    next: u32,
    /// Its first item, as an index into those of the piece.
    start: Option<u32>,
}

/// The item that is open.
#[derive(Default, Clone, Copy)]
enum Item {
    /// It has no text yet.
    Fresh,
    /// Its text is the last of the piece.
    Last,
    /// Something stands after its text, or there is no item.
    #[default]
    Left,
}

/// Lists that stand deeper in another are taken as its items, so that nothing that draws them goes on without end.
const DEEPEST: usize = 8;

impl Collector {
    /// A list, whose first item has the number `first`, if they have numbers.
    pub(super) fn open_list(&mut self, ordered: bool, first: u32) {
        self.lists.push(OpenList { ordered, next: first, start: None });
    }

    pub(super) fn close_list(&mut self) {
        let depth = self.lists.len().saturating_sub(1);
        self.keep_nested(depth);
        if self.piece_of == Some(depth) {
            self.piece_of = None;
        }
        self.lists.pop();
        self.item = Item::Left;
    }

    pub(super) fn open_item(&mut self) {
        self.item = Item::Fresh;
        if let Some(list) = self.lists.last_mut() {
            list.next = list.next.saturating_add(1);
        }
    }

    /// Text, as what is open has it.
    pub(super) fn words(&mut self, words: Words) {
        if self.captions > 0 {
            // Of several pictures over one caption, the last has it.
            let picture = self.pictures.pop();
            self.place_pictures();
            self.push(Piece::Figure { picture, text: words, credit: None });
        } else if let Some(level) = self.heading {
            self.push(Piece::Heading(level, words));
        } else if self.quotes > 0 {
            self.push(Piece::Quote(words));
        } else if !self.lists.is_empty() {
            self.item(words);
        } else {
            self.push(Piece::Paragraph(words));
        }
    }

    /// A picture, which stands after the block that holds it, or with the caption of its figure.
    pub(super) fn picture(&mut self, picture: Picture) {
        self.pictures.push(picture);
    }

    /// Gives the pictures that have come their place, unless their caption may still come.
    pub(super) fn end_block(&mut self) {
        if self.figures == 0 {
            self.place_pictures();
        }
    }

    fn place_pictures(&mut self) {
        for picture in std::mem::take(&mut self.pictures) {
            let (picture, text) = (Some(picture), Words::default());
            self.push(Piece::Figure { picture, text, credit: None });
        }
    }

    /// A piece that stands for itself; a list that is open goes on in another piece.
    pub(super) fn push(&mut self, piece: Piece) {
        if let Some(outermost) = self.piece_of {
            let open = outermost..self.lists.len();
            open.clone().take(DEEPEST + 1).for_each(|depth| self.keep_nested(depth));
            self.lists.iter_mut().skip(outermost).for_each(|list| list.start = None);
            self.piece_of = None;
        }
        self.pieces.push(piece);
    }

    /// Text within a list: an item, a further paragraph of the item before, or a paragraph after what stands in the item.
    fn item(&mut self, words: Words) {
        match (std::mem::replace(&mut self.item, Item::Last), self.piece_of, self.pieces.last_mut())
        {
            (Item::Fresh, Some(_), Some(Piece::List { items, .. })) => {
                let start = small(items.len());
                let fresh = self.lists.iter_mut().rev().take_while(|list| list.start.is_none());
                fresh.for_each(|list| list.start = Some(start));
                items.push(words);
            }
            (Item::Fresh, ..) => self.list(words),
            (Item::Last, Some(_), Some(Piece::List { items, .. })) => {
                if let Some(item) = items.last_mut() {
                    append(item, words);
                }
            }
            _ => {
                self.item = Item::Left;
                self.push(Piece::Paragraph(words));
            }
        }
    }

    /// A piece for the innermost list, of which this is an item.
    fn list(&mut self, words: Words) {
        let depth = self.lists.len().saturating_sub(1);
        if let Some(list) = self.lists.last_mut() {
            list.start = Some(0);
            let (ordered, first) = (list.ordered, list.next.saturating_sub(1));
            self.pieces.push(Piece::List {
                ordered,
                first,
                items: vec![words],
                nested: Vec::new(),
            });
            self.piece_of = Some(depth);
        }
    }

    /// Keeps what the list at that depth has of the piece's items, if it stands within the list that the piece is of.
    /// One that begins with the list around it has no item to belong to.
    fn keep_nested(&mut self, depth: usize) {
        if !self.piece_of.is_some_and(|of| (of + 1..=of + DEEPEST).contains(&depth)) {
            return;
        }
        let lists = self.lists.get(depth.saturating_sub(1)..=depth);
        if let (Some([around, list]), Some(Piece::List { items, nested, .. })) =
            (lists, self.pieces.last_mut())
            && let Some(start) = list.start
            && around.start != list.start
        {
            let sublist = Sublist { ordered: list.ordered, start, end: small(items.len()) };
            let before = nested.partition_point(|other| other.start < start);
            nested.insert(before, sublist);
        }
    }
}
