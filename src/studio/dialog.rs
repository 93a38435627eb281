//! A native modal dialog: it holds the focus, closes with Escape, and gives the focus back.

use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Id of its heading, which is read when it opens.
    pub labelled_by: &'static str,
    #[prop_or_default]
    pub class: &'static str,
    pub on_close: Callback<()>,
    pub children: Html,
}

/// A dialog that is open as long as it is drawn.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let on_close = props.on_close.clone();
        use_effect_with(node.clone(), move |node| {
            let dialog = node.cast::<HtmlDialogElement>();
            let closed = dialog.as_ref().map(|dialog| {
                let _ = dialog.show_modal();
                EventListener::new(dialog, "close", move |_| on_close.emit(()))
            });
            move || {
                drop(closed);
                // One that is taken away while it is open gives the focus to nothing.
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    html! {
        <dialog ref={node} class={props.class} aria-labelledby={props.labelled_by}>
            {props.children.clone()}
        </dialog>
    }
}

/// Closes the dialog that an event comes from.
pub fn close(event: &MouseEvent) {
    let target = event.target_dyn_into::<web_sys::Element>();
    let dialog = target.and_then(|it| it.closest("dialog").ok().flatten());
    if let Some(dialog) =
        dialog.and_then(|it| wasm_bindgen::JsCast::dyn_into::<HtmlDialogElement>(it).ok())
    {
        dialog.close();
    }
}
