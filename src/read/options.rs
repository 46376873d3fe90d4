//! What an author may say about files that cannot say it themselves.

use std::collections::BTreeMap;

use encoding_rs::Encoding;

use super::Given;

/// How files are to be read. By default everything is told by the files.
#[derive(Clone, Debug, Default)]
pub struct Options {
    fields: BTreeMap<String, String>,
    encoding: Option<&'static Encoding>,
}

impl Options {
    /// Takes a field of an article (`title`, `date`, `text`, …) from the column of a table or the key of a JSON object
    /// that is called `theirs`; in JSON `meta.headline` is the key `headline` of the object `meta`. Says
    /// whether there is such a field.
    #[must_use]
    pub fn map(&mut self, ours: &str, theirs: &str) -> bool {
        let known = ours == "text" || Given::default().set(ours, "");
        if known {
            self.fields.insert(theirs.to_lowercase(), ours.to_owned());
        }
        known
    }

    /// Sets the encoding of files that are neither UTF-8 nor begin with a byte order mark, by one of its labels in
    /// the WHATWG Encoding Standard, as `big5`. Says whether there is such an encoding; those that the Standard lists
    /// only to refuse them, as `hz-gb-2312`, are none.
    #[must_use]
    pub fn set_encoding(&mut self, label: &str) -> bool {
        self.encoding = Encoding::for_label_no_replacement(label.as_bytes());
        self.encoding.is_some()
    }

    /// The field that the author takes from a column or key of this name.
    pub(super) fn field(&self, theirs: &str) -> Option<&str> {
        self.fields.get(&theirs.to_lowercase()).map(String::as_str)
    }

    /// What the author takes from where: their names, in lower case, and ours.
    pub(super) fn mapped(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(theirs, ours)| (theirs.as_str(), ours.as_str()))
    }

    /// The encoding that the author set.
    pub(super) fn encoding(&self) -> Option<&'static Encoding> {
        self.encoding
    }
}
