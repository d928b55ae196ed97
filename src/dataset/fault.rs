//! A panic while one bulletin is extracted: caught, so that the others are still done.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    static CATCHING: Cell<bool> = const { Cell::new(false) };
    /// Where the last panic of this thread that will be caught came from.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps panics that are going to be caught and reported with their bulletin from being printed besides; all others
/// are handled as before.
///
/// A panic hook belongs to the whole program, so this is for its `main` to call, once.
pub fn quiet_faults() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if CATCHING.get() {
            let place = info.location().map(ToString::to_string);
            PLACE.with(|p| *p.borrow_mut() = place);
        } else {
            before(info);
        }
    }));
}

/// What `work` gives, or the message of its panic.
pub(super) fn catch<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    CATCHING.set(true);
    // OK because nothing that `work` has changed is looked at after a panic: rules and words are read only.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    CATCHING.set(false);
    result.map_err(|payload| {
        let message = message(&*payload);
        match PLACE.take() {
            Some(place) => format!("{message} ({place})"),
            None => message.to_owned(),
        }
    })
}

fn message(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_message_and_place() {
        quiet_faults();
        assert_eq!(catch(|| 7), Ok(7));
        let fault = catch(|| panic!("no {}", 8)).expect_err("a panic");
        assert!(fault.starts_with("no 8 (src/dataset/fault.rs:"), "{fault}");
        assert!(catch(|| panic!("plain")).expect_err("a panic").starts_with("plain ("));
    }
}
