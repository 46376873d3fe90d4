//! How elements come into the page and stay up to date there, and how they are written as HTML.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, Node};

use super::super::rows::{self, Rows};
use super::{Act, El, Live, Parts, Words};

impl Parts {
    fn apply(live: Vec<Live>, element: &Element) -> Vec<Followed> {
        let follow = |Live { name, is_property, read }| {
            let element = element.clone();
            let effect = RenderEffect::new(move |before: Option<Option<Words>>| {
                let now = read();
                if before.as_ref() != Some(&now) {
                    show(&element, name, is_property, now.as_deref());
                }
                now
            });
            Followed { name, is_property, _effect: effect }
        };
        live.into_iter().map(follow).collect()
    }

    fn listen(acts: Vec<(&'static str, Act)>, element: &Element) -> Vec<EventListener> {
        let owner = Owner::current().unwrap_or_default();
        let listen = |(name, mut act): (&'static str, Act)| {
            let owner = owner.clone();
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(element, name, options, move |event| {
                owner.with(|| act(event.clone()));
            })
        };
        acts.into_iter().map(listen).collect()
    }

    /// Puts the rows before the child that stands at `place`.
    fn stand(
        (place, rows): (usize, Rows),
        element: &Element,
        children: &mut [<AnyView as Render>::State],
    ) -> rows::Standing {
        let mut anchor = Rndr::create_text_node("");
        match children.get(place) {
            Some(next) => {
                next.insert_before_this(&mut anchor);
            }
            None => anchor.mount(element, None),
        }
        rows.stand(element.clone(), anchor.into())
    }
}

fn show(element: &Element, name: &str, is_property: bool, value: Option<&str>) {
    if !is_property {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    } else if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        if name == "checked" {
            input.set_checked(value.is_some());
        } else {
            input.set_value(value.unwrap_or_default());
        }
    }
}

/// What keeps an attribute up to date for as long as it is held.
struct Followed {
    name: &'static str,
    is_property: bool,
    _effect: RenderEffect<Option<Words>>,
}

/// An element that stands in the page.
pub(in crate::view) struct Standing {
    tag: &'static str,
    element: Element,
    fixed: Vec<(&'static str, Words)>,
    followed: Vec<Followed>,
    listeners: Vec<EventListener>,
    children: Vec<<AnyView as Render>::State>,
    /// Held for what it does.
    rows: Option<rows::Standing>,
    /// Whether it stands where it is to be mounted.
    is_there: bool,
}

impl Render for El {
    type State = Standing;

    fn build(self) -> Standing {
        let Parts { tag, fixed, live, acts, children, there, rows } = *self.0;
        let there = there.and_then(|id| document().get_element_by_id(&id));
        let is_there = there.is_some();
        let element = there.unwrap_or_else(|| Rndr::create_element(tag, namespace(tag)));
        for (name, value) in &fixed {
            show(&element, name, false, Some(value));
        }
        let mut children: Vec<_> = children.into_iter().map(Render::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        let followed = Parts::apply(live, &element);
        let listeners = Parts::listen(acts, &element);
        let rows = rows.map(|rows| Parts::stand(rows, &element, &mut children));
        Standing { tag, element, fixed, followed, listeners, children, rows, is_there }
    }

    /// Keeps what can stay, so that the caret and the place in a scrolled list do: an element of another
    /// tag, or with rows, is a new one, everything else is brought up to date where it stands.
    fn rebuild(self, standing: &mut Standing) {
        if self.0.tag != standing.tag || self.0.rows.is_some() || standing.rows.is_some() {
            let mut new = self.build();
            standing.insert_before_this(&mut new);
            standing.unmount();
            *standing = new;
            return;
        }
        let Parts { fixed, live, acts, children, .. } = *self.0;
        let element = &standing.element;
        let was_live = standing.followed.iter().filter(|it| !it.is_property).map(|it| it.name);
        for name in standing.fixed.iter().map(|(name, _)| *name).chain(was_live) {
            if fixed.iter().all(|(own, _)| *own != name) && live.iter().all(|own| own.name != name)
            {
                show(element, name, false, None);
            }
        }
        for attribute in fixed.iter().filter(|it| !standing.fixed.contains(it)) {
            show(element, attribute.0, false, Some(&attribute.1));
        }
        standing.fixed = fixed;
        standing.followed = Parts::apply(live, element);
        standing.listeners = Parts::listen(acts, element);
        for mut surplus in standing.children.drain(children.len().min(standing.children.len())..) {
            surplus.unmount();
        }
        for (n, child) in children.into_iter().enumerate() {
            if let Some(there) = standing.children.get_mut(n) {
                child.rebuild(there);
            } else {
                let mut new = child.build();
                new.mount(element, None);
                standing.children.push(new);
            }
        }
    }
}

fn namespace(tag: &str) -> Option<&'static str> {
    matches!(tag, "svg" | "path").then_some("http://www.w3.org/2000/svg")
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        if !std::mem::take(&mut self.is_there) {
            let _ = parent.insert_before(&self.element, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.element.parent_element() else { return false };
        child.mount(&parent, Some(&self.element));
        true
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for El {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _: bool,
        mark_branches: bool,
        _: Vec<AnyAttribute>,
    ) {
        let Parts { tag, fixed, live, children, rows, .. } = *self.0;
        html.push('<');
        html.push_str(tag);
        for (name, value) in fixed {
            write_attribute(html, name, &value);
        }
        // A property is not seen in HTML.
        for live in live.iter().filter(|live| !live.is_property) {
            if let Some(value) = (live.read)() {
                write_attribute(html, live.name, &value);
            }
        }
        html.push('>');
        if !matches!(tag, "input" | "img") {
            *position = Position::FirstChild;
            let place = rows.as_ref().map(|(place, _)| *place);
            let draw_rows = |html: &mut String, position: &mut Position, at| {
                if let Some((_, rows)) = rows.as_ref().filter(|_| place == Some(at)) {
                    rows.to_html(html, position, mark_branches);
                }
            };
            let count = children.len();
            for (at, child) in children.into_iter().enumerate() {
                draw_rows(html, position, at);
                child.to_html_with_buf(html, position, true, mark_branches, Vec::new());
            }
            draw_rows(html, position, count);
            html.push_str("</");
            html.push_str(tag);
            html.push('>');
        }
        *position = Position::NextChild;
    }

    /// The viewer draws the page anew rather than to take the nodes of the prerendered one.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn write_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    if value.is_empty() {
        return;
    }
    html.push_str("=\"");
    for c in value.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '"' => html.push_str("&quot;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            _ => html.push(c),
        }
    }
    html.push('"');
}
