//! Elements: what each does to the text in it.

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It stands in a line.
    Inline,
    /// It parts blocks.
    Block,
    /// It is a heading.
    Heading,
    /// It holds no part of an article.
    Skip,
    /// It holds no part of an article, unless it holds the whole page.
    Form,
    /// It parts blocks and has no content.
    Void,
    /// It stands in a line and has no content.
    Empty,
}

/// Elements that are told from each other, and the role of each.
macro_rules! elements {
    ($($element:ident $name:literal $role:ident,)*) => {
        /// An element by its name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Element { $($element),* }

        /// All of them by name; sorted.
        const NAMED: &[(&str, Element, Role)] =
            &[$(($name, Element::$element, Role::$role)),*];

        impl Element {
            /// How many there are.
            pub const COUNT: usize = NAMED.len();
        }
    };
}

elements! {
    // What has no name here is none of the others.
    Other "" Inline,
    A "a" Inline,
    Address "address" Block,
    Area "area" Empty,
    Article "article" Block,
    Aside "aside" Skip,
    Audio "audio" Skip,
    B "b" Inline,
    Base "base" Empty,
    Blockquote "blockquote" Block,
    Body "body" Block,
    Br "br" Inline,
    Button "button" Skip,
    Canvas "canvas" Skip,
    Center "center" Block,
    Col "col" Empty,
    Dd "dd" Block,
    Details "details" Block,
    Dialog "dialog" Skip,
    Div "div" Block,
    Dl "dl" Block,
    Dt "dt" Block,
    Embed "embed" Void,
    Fieldset "fieldset" Block,
    Figcaption "figcaption" Skip,
    Figure "figure" Skip,
    Footer "footer" Skip,
    Form "form" Form,
    H1 "h1" Heading,
    H2 "h2" Heading,
    H3 "h3" Heading,
    H4 "h4" Heading,
    H5 "h5" Heading,
    H6 "h6" Heading,
    Head "head" Block,
    Header "header" Block,
    Hr "hr" Void,
    Html "html" Block,
    Img "img" Empty,
    Input "input" Empty,
    Li "li" Block,
    Link "link" Empty,
    Main "main" Block,
    Math "math" Skip,
    Menu "menu" Skip,
    Meta "meta" Empty,
    Nav "nav" Skip,
    Noscript "noscript" Skip,
    Object "object" Skip,
    Ol "ol" Block,
    P "p" Block,
    Param "param" Empty,
    Picture "picture" Skip,
    Pre "pre" Block,
    Script "script" Inline,
    Section "section" Block,
    Select "select" Skip,
    Source "source" Empty,
    Strong "strong" Inline,
    Summary "summary" Block,
    Sup "sup" Inline,
    Svg "svg" Skip,
    Table "table" Block,
    Td "td" Block,
    Template "template" Skip,
    Th "th" Block,
    Time "time" Inline,
    Title "title" Inline,
    Tr "tr" Block,
    Track "track" Empty,
    Ul "ul" Block,
    Video "video" Skip,
    Wbr "wbr" Empty,
}

impl Element {
    /// The element of a name.
    pub fn of(name: &str) -> Self {
        let mut small = [0; 12];
        let Some(small) = small.get_mut(..name.len()) else {
            return Self::Other;
        };
        small.copy_from_slice(name.as_bytes());
        small.make_ascii_lowercase();
        let found = NAMED.binary_search_by(|(name, ..)| name.as_bytes().cmp(small));
        let element = found.map_or(Self::Other, |nth| NAMED[nth].1);
        if element == Self::Strong {
            Self::B
        } else {
            element
        }
    }

    /// What it does.
    pub fn role(self) -> Role {
        NAMED[self as usize].2
    }

    /// Whether what is in it depends on it, so that it has to be known where it ends.
    pub fn holds(self) -> bool {
        let line = matches!(self, Self::A | Self::B);
        let loose = matches!(
            self,
            Self::P
                | Self::Li
                | Self::Td
                | Self::Th
                | Self::Tr
                | Self::Dt
                | Self::Dd
                | Self::Body
                | Self::Head
        );
        line || !matches!(self.role(), Role::Inline | Role::Empty | Role::Void) && !loose
    }

    /// Whether it can hold an article.
    pub fn holds_articles(self) -> bool {
        matches!(
            self,
            Self::Div
                | Self::Section
                | Self::Article
                | Self::Main
                | Self::Aside
                | Self::Center
                | Self::Form
        )
    }

    /// Whether it is the page, or its main part, of which no class tells anything.
    pub fn is_page(self) -> bool {
        matches!(
            self,
            Self::Body | Self::Html | Self::Main | Self::Article | Self::Head
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_sorted_by_name_and_stand_in_their_own_place() {
        assert!(NAMED.is_sorted_by_key(|(name, ..)| name));
        assert!(
            NAMED
                .iter()
                .enumerate()
                .all(|(nth, (_, it, _))| *it as usize == nth)
        );
    }
}
