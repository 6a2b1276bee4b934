//! The same work for many items, on all cores.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, ScopedJoinHandle};

/// How many items a thread takes at a time: enough that taking costs nothing, and few enough that no thread is left with a long
/// rest while the others have none.
const BATCH: usize = 16;

/// How many threads wait for the disk at most: it writes what several ask for in one go.
const WAITING: usize = 16;

/// Below this many items a second thread costs more than it saves.
const WORTH_A_THREAD: usize = 64;

/// What the work makes of each item, in their order. Which thread does what is left to chance, so the work may not depend on it.
pub fn map<'a, T: Sync, R: Send>(items: &'a [T], work: impl Fn(&'a T) -> R + Sync) -> Vec<R> {
    shared(items, cores().min(items.len() / WORTH_A_THREAD), BATCH, work)
}

/// As [`map`], for work that takes a millisecond or more: two items are worth a second thread.
pub fn map_slow<'a, T: Sync, R: Send>(items: &'a [T], work: impl Fn(&'a T) -> R + Sync) -> Vec<R> {
    shared(items, cores().min(items.len()), 1, work)
}

/// As [`map`], for work that waits for the disk more than it calculates: many wait at once, where there are many to do.
pub fn map_waiting<'a, T: Sync, R: Send>(items: &'a [T], work: impl Fn(&'a T) -> R + Sync) -> Vec<R> {
    shared(items, WAITING.min(items.len() / WORTH_A_THREAD), 1, work)
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// By so many threads, each of which takes so many items at a time.
fn shared<'a, T: Sync, R: Send>(
    items: &'a [T],
    threads: usize,
    batch: usize,
    work: impl Fn(&'a T) -> R + Sync,
) -> Vec<R> {
    if threads < 2 {
        return items.iter().map(work).collect();
    }
    let batches: Vec<&[T]> = items.chunks(batch).collect();
    let next = AtomicUsize::new(0);
    let take_batches = || {
        let mut done: Vec<(usize, Vec<R>)> = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(batch) = batches.get(place) else { return done };
            done.push((place, batch.iter().map(&work).collect()));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(take_batches)).collect();
        let mut done = take_batches();
        done.extend(others.into_iter().flat_map(joined));
        done
    });
    done.sort_unstable_by_key(|(place, _)| *place);
    done.into_iter().flat_map(|(_, results)| results).collect()
}

/// What two pieces of work make, the first of them done on another core.
pub fn both<A: Send, B>(first: impl FnOnce() -> A + Send, second: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let running = scope.spawn(first);
        let second = second();
        (joined(running), second)
    })
}

fn joined<T>(running: ScopedJoinHandle<'_, T>) -> T {
    match running.join() {
        Ok(made) => made,
        // A bug in the work is a bug here: it goes on to the panic hook.
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_items_however_many_there_are() {
        for count in [0, 1, BATCH, WORTH_A_THREAD, 2 * WORTH_A_THREAD, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let expected: Vec<usize> = items.iter().map(|item| item * 2).collect();
            assert_eq!(map(&items, |item| item * 2), expected);
            assert_eq!(map_slow(&items, |item| item * 2), expected);
        }
    }

    #[test]
    fn both_pieces_of_work_are_done() {
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }

    #[test]
    #[should_panic(expected = "a bug in the work")]
    fn a_panic_in_the_work_goes_on() {
        let items: Vec<usize> = (0..1000).collect();
        map(&items, |item| assert!(*item != 900, "a bug in the work"));
    }
}
