//! What the formats of nested blocks do alike: whatever stands open when text comes decides what the text is.

use super::words::append;
use super::{Piece, Words};
use crate::model::Picture;

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
    /// The open lists, outermost first: whether each is numbered.
    lists: Vec<bool>,
    /// Whether the item that is open has no text yet.
    item_is_new: bool,
    /// Whether the list that is open has a piece to which further items go.
    list_continues: bool,
}

impl Collector {
    pub(super) fn open_list(&mut self, ordered: bool) {
        if self.lists.is_empty() {
            self.list_continues = false;
        }
        self.lists.push(ordered);
    }

    pub(super) fn close_list(&mut self) {
        self.lists.pop();
    }

    pub(super) fn open_item(&mut self) {
        self.item_is_new = true;
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
        } else if let Some(ordered) = self.lists.first().copied() {
            self.item(ordered, words);
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
        self.list_continues = false;
        self.pieces.push(piece);
    }

    /// A list is flattened: an item within an item is an item, a further paragraph of one belongs to it.
    fn item(&mut self, ordered: bool, words: Words) {
        let is_new = std::mem::take(&mut self.item_is_new);
        match self.pieces.last_mut() {
            Some(Piece::List { items, .. }) if self.list_continues => match items.last_mut() {
                Some(item) if !is_new => append(item, words),
                _ => items.push(words),
            },
            _ => self.pieces.push(Piece::List { ordered, items: vec![words] }),
        }
        self.list_continues = true;
    }
}
