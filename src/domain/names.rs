//! Very many names in one string, found by any part of them.
//!
//! # Why
//! A hundred thousand strings of their own cost three times the memory, and looking into each takes
//! longer than running once through all of them.

/// Names in the order in which they were added, numbered from 0.
#[derive(Debug, Default)]
pub struct Names {
    /// Each name with a line end.
    text: String,
    /// Where each name begins in the text.
    starts: Vec<u32>,
}

impl Names {
    /// Adds a name; a line end in it would make it two.
    pub fn push(&mut self, name: &str) {
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push_str(name);
        self.text.push('\n');
    }

    /// Gives back the memory that was kept for more names.
    pub fn close(&mut self) {
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    /// The name with this number.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&str> {
        let start = *self.starts.get(number)? as usize;
        let end = self.starts.get(number + 1).map_or(self.text.len(), |next| *next as usize);
        self.text.get(start..end)?.strip_suffix('\n')
    }

    /// The numbers of the names that contain a part, each once and in order.
    pub fn containing(&self, part: &str) -> impl Iterator<Item = usize> {
        let mut letters = part.chars();
        // Looking for a single letter is much quicker, and such a part is in every second name.
        let letter = letters.next().filter(|_| letters.next().is_none());
        let mut next = 0;
        std::iter::from_fn(move || {
            let start = *self.starts.get(next)? as usize;
            let rest = self.text.get(start..)?;
            let place =
                start + letter.map_or_else(|| rest.find(part), |letter| rest.find(letter))?;
            while self.starts.get(next).is_some_and(|start| *start as usize <= place) {
                next += 1;
            }
            Some(next - 1)
        })
    }
}
