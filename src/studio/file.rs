//! Files: those that come in by a button, a drop or a fetch, and those that go out as downloads.

use gloo::timers::callback::Timeout;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, Event, File, HtmlAnchorElement, HtmlInputElement, Response, Url,
};
use yew::TargetCast;

use super::database::{self, Fault};
use crate::ui::browser;

/// Milliseconds for which a browser may take to begin with a download.
const BEGUN: u32 = 60_000;
/// Characters of a file's name before its ending.
const NAME: usize = 60;

/// The file that was chosen, once: the same one can be chosen again.
pub fn chosen(event: &Event) -> Option<File> {
    let input = event.target_dyn_into::<HtmlInputElement>()?;
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file
}

/// How many bytes a file has.
#[expect(clippy::cast_sign_loss, reason = "sizes are positive")]
pub fn size(file: &File) -> usize {
    file.size() as usize
}

/// What is in a file; `None` where it can no longer be opened.
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// What stands at an address beside the page; `None` where there is nothing.
pub async fn fetched(address: &str) -> Option<Vec<u8>> {
    let response = JsFuture::from(browser::window().fetch_with_str(address))
        .await
        .ok()?;
    let response = response.dyn_into::<Response>().ok().filter(Response::ok)?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(buffer.dyn_ref::<ArrayBuffer>()?).to_vec())
}

/// Has the browser save a file.
pub fn download(name: &str, bytes: &[u8], media_type: &str) -> Option<()> {
    download_blob(name, &blob(bytes, media_type).ok()?)
}

/// Bytes as the browser holds them.
///
/// # Errors
/// Where there is no room for them.
pub fn blob(bytes: &[u8], media_type: &str) -> database::Result<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
        .map_err(|_| Fault::Failed("DataError".to_owned()))
}

/// Has the browser save a file that it holds.
pub fn download_blob(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link = browser::document().create_element("a").ok()?;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(BEGUN, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// A name for the file of a quiz: words of its title, joined, and an ending.
pub fn name(title: &str, ending: &str) -> String {
    let words = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if name.chars().count() + word.chars().count() >= NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    if name.is_empty() {
        name.push_str("quiz");
    }
    [&*name, ".", ending].concat()
}

/// Puts a text on the clipboard; whether the browser let it.
pub async fn copy(text: &str) -> bool {
    let navigator = browser::window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    // A page that came over an unsafe connection has none.
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .is_ok()
}
